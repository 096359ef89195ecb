/// How far a consumer says it has come in a channel.
package struct ConsumerProgress: Hashable, Sendable {
    /// The name it gave itself.
    package let consumer: String
    /// The last entry that it has applied.
    package let offset: FeedOffset
    /// When it first said that it had come to this offset: saying it again moves nothing.
    package let at: Instant

    /// Makes a consumer's progress.
    package init(consumer: String, offset: FeedOffset, at: Instant) {
        self.consumer = consumer
        self.offset = offset
        self.at = at
    }
}
