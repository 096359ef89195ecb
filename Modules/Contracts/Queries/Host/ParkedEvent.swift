/// An event that could not be applied, or that waits behind one of the same subject.
package struct ParkedEvent: Codable, Hashable, Sendable {
    /// The feed from which it came.
    package let feed: String
    /// Its place there.
    package let offset: Int64
    /// The event's type.
    package let type: String
    /// What it happened to.
    package let subject: String
    /// Why it was parked.
    package let reason: String
    /// How often it was tried.
    package let attempts: Int
    /// When it was parked, microseconds since 1970.
    package let at: Int64

    /// Makes the value.
    package init(
        feed: String,
        offset: Int64,
        type: String,
        subject: String,
        reason: String,
        attempts: Int,
        at: Int64
    ) {
        self.feed = feed
        self.offset = offset
        self.type = type
        self.subject = subject
        self.reason = reason
        self.attempts = attempts
        self.at = at
    }
}
