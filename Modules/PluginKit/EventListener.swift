package import CloudEvents
package import EventSourcing

/// Hears every event of the feeds that a plug-in consumes, whatever its type, a batch at a time.
///
/// For a plug-in that passes events on. Its work must be idempotent by the event's source and identifier: what it heard
/// before a crash it hears again.
package struct EventListener: Sendable {
    /// An event as it was heard.
    package struct Heard: Sendable {
        /// The entry of the feed: the very bytes.
        package let entry: FeedEntry
        /// The event in it.
        package let event: CloudEvent
    }

    /// Does the work for a batch, in one transaction.
    package let hear: @Sendable ([Heard], PluginWork) throws -> Void

    /// Makes a listener.
    package init(_ hear: @escaping @Sendable ([Heard], PluginWork) throws -> Void) { self.hear = hear }
}
