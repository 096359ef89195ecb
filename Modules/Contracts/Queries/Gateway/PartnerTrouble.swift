/// An event that a partner says it could not handle.
package struct PartnerTrouble: Codable, Hashable, Sendable {
    /// The partner's consumer that says so.
    package let consumer: String
    /// The event's place in the partner's feed.
    package let offset: Int64
    /// What the partner says of it, one line.
    package let reason: String
    /// When it said so, microseconds since 1970.
    package let at: Int64

    /// Makes the value.
    package init(consumer: String, offset: Int64, reason: String, at: Int64) {
        self.consumer = consumer
        self.offset = offset
        self.reason = reason
        self.at = at
    }
}
