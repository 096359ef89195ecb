package import ZeroMQ

/// Where a feed is and who follows it.
package struct FeedSource: Hashable, Sendable {
    /// The XPUB socket of live events.
    package let live: LocalEndpoint
    /// The ROUTER socket of the feed.
    package let feed: LocalEndpoint
    /// The name under which the consumer acknowledges: 1 to 64 characters out of a-z, 0-9 and `. - _ :`.
    package let consumer: String
    /// What is asked of the live channel: prefixes of topics; nothing means everything.
    package let topics: [String]

    /// Names a feed and its consumer.
    package init(live: LocalEndpoint, feed: LocalEndpoint, consumer: String, topics: [String] = []) {
        (self.live, self.feed, self.consumer, self.topics) = (live, feed, consumer, topics)
    }
}
