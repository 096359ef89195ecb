package import FoundationEssentials

/// An entry of another feed that could not be applied here, or that waits behind such a one of its subject.
package struct ParkedEntry: Hashable, Sendable {
    /// The feed in which it stands.
    package let feed: String
    /// Its place in that feed.
    package let offset: FeedOffset
    /// Its topic.
    package let topic: String
    /// What it is about, or empty; of one subject, the later ones wait for the earlier.
    package let subject: String
    /// The very bytes that were heard.
    package let body: Data
    /// Why it was parked, for a person; of one that waits behind another it says so.
    package let reason: String
    /// How often it was tried in vain.
    package let attempts: Int
    /// When it was parked.
    package let parkedAt: Instant

    /// Makes a parked entry.
    package init(
        feed: String,
        offset: FeedOffset,
        topic: String,
        subject: String,
        body: Data,
        reason: String,
        attempts: Int,
        parkedAt: Instant
    ) {
        self.feed = feed
        self.offset = offset
        self.topic = topic
        self.subject = subject
        self.body = body
        self.reason = reason
        self.attempts = attempts
        self.parkedAt = parkedAt
    }
}
