package import Scheme

/// Adds events from before the partner's grants to its feed, as far as the grants give them.
package struct BackfillPartner: CommandContract {
    package static let name = "gateway.backfill"
    /// The partner.
    package let partner: PartnerID
    /// The topics; only what the partner's grants give is added.
    package let pattern: GrantPattern

    /// Makes the command.
    package init(partner: PartnerID, pattern: GrantPattern) {
        self.partner = partner
        self.pattern = pattern
    }

    /// What was added.
    package struct Answer: Codable, Hashable, Sendable {
        /// How many events.
        package let events: Int

        /// Makes the answer.
        package init(events: Int) { self.events = events }
    }
}
