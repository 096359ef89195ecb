package import Scheme

/// Admits a partner's system and gives it a door of its own.
package struct AddPartner: CommandContract {
    package static let name = "gateway.add-partner"
    /// The partner.
    package let partner: PartnerID
    /// The organisation that runs the system.
    package let organisation: OrganisationID
    /// The name that people read, one line of 1 to 200 characters.
    package let name: String
    /// Its public key; never used by another partner.
    package let key: PartnerKey
    /// The TCP port of its live events, or `nil` for the next free one.
    package let livePort: Int?
    /// The TCP port of its feed, or `nil` for the next free one.
    package let feedPort: Int?

    /// Makes the command.
    package init(
        partner: PartnerID,
        organisation: OrganisationID,
        name: String,
        key: PartnerKey,
        livePort: Int? = nil,
        feedPort: Int? = nil
    ) {
        self.partner = partner
        self.organisation = organisation
        self.name = name
        self.key = key
        self.livePort = livePort
        self.feedPort = feedPort
    }

    /// Where the partner's door is.
    package struct Answer: Codable, Hashable, Sendable {
        /// The TCP port of its live events.
        package let livePort: Int
        /// The TCP port of its feed.
        package let feedPort: Int

        /// Makes the answer.
        package init(livePort: Int, feedPort: Int) { (self.livePort, self.feedPort) = (livePort, feedPort) }
    }
}
