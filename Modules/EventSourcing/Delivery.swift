package import FoundationEssentials

/// A line of the disclosure log: which event went to a channel, and when.
package struct Delivery: Hashable, Sendable {
    /// The place in the channel.
    package let offset: FeedOffset
    /// When it was delivered to the channel.
    package let at: Instant
    /// Where the event comes from.
    package let source: String
    /// The event's identifier within its source.
    package let id: String
    /// The topic under which it was delivered.
    package let topic: String
    /// The SHA-256 of the body, 32 bytes.
    package let digest: Data
    /// The length of the body in bytes.
    package let byteCount: Int

    /// Makes a line.
    package init(
        offset: FeedOffset,
        at: Instant,
        source: String,
        id: String,
        topic: String,
        digest: Data,
        byteCount: Int
    ) {
        self.offset = offset
        self.at = at
        self.source = source
        self.id = id
        self.topic = topic
        self.digest = digest
        self.byteCount = byteCount
    }
}
