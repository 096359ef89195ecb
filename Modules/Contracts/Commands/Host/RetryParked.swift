/// Tries parked events again, in their order.
package struct RetryParked: CommandContract {
    package static let name = "host.retry-parked"
    /// The feed from which they came.
    package let feed: String
    /// Only those of this subject, or `nil` for all.
    package let subject: String?

    /// Makes the command.
    package init(feed: String, subject: String? = nil) {
        self.feed = feed
        self.subject = subject
    }

    /// What came of it.
    package struct Answer: Codable, Hashable, Sendable {
        /// How many were applied.
        package let applied: Int
        /// How many stay parked.
        package let parked: Int

        /// Makes the answer.
        package init(applied: Int, parked: Int) { (self.applied, self.parked) = (applied, parked) }
    }
}
