/// How much a service takes on at a time; whoever asks for more is told to come back.
package struct PortLimits: Hashable, Sendable {
    /// The most commands and queries under way, those that wait for their turn included; half of them for one sender
    /// that shows a key.
    package var commands = 4096
    /// The most bytes of commands and queries under way, half of them for one sender that shows a key.
    ///
    /// One command alone may carry a delivered file of 32 MiB.
    package var commandBytes = 128 * 1_048_576
    /// The most commands and queries carried out at the same time, so that the feed's reads are not starved by them;
    /// half of them for one sender that shows a key.
    package var concurrentCommands = 64
    /// The most reads and acknowledgements of the feed under way.
    package var feedJobs = 4096
    /// The most different topics listened to live; beyond it all connections of the live socket end, for the library
    /// keeps every topic of every subscriber and cannot refuse one.
    package var topics = 10_000
    /// The bytes of the longest frame that a subscriber or a consumer may send: topics and requests are short, and the
    /// library needs many times the length of a topic.
    var subscriptionBytes = 512
    var requestBytes = 8192
    /// The share of live events, 0 to 1, that is thrown away at random instead of being sent: for test benches only,
    /// which show with it that nothing depends on the live channel.
    package var liveLoss = 0.0

    /// Makes the limits of every service.
    package init() {}
}
