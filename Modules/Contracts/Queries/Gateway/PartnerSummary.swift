package import Scheme

/// A partner as it stands now, and how far it has come.
package struct PartnerSummary: Codable, Hashable, Sendable {
    /// The partner.
    package let partner: PartnerID
    /// The organisation that runs the system.
    package let organisation: OrganisationID
    /// The name that people read.
    package var name: String
    /// The TCP port of its live events.
    package let livePort: Int
    /// The TCP port of its feed.
    package let feedPort: Int
    /// The keys that let it in, the newest first; none when it was shut out.
    package var keys: [PartnerKeyStatus]
    /// What it may read.
    package var grants: [Grant]
    /// Whether it was shut out.
    package var isRevoked: Bool
    /// The day on which it was admitted.
    package let admittedOn: CalendarDate
    /// How many events were put into its feed.
    package var head: Int64
    /// How many of them are no longer served.
    package var floor: Int64
    /// How far its consumers say they have come.
    package var consumers: [PartnerProgress]
    /// The events that it says it could not handle.
    package var troubles: [PartnerTrouble]

    /// Makes the value.
    package init(
        partner: PartnerID,
        organisation: OrganisationID,
        name: String,
        livePort: Int,
        feedPort: Int,
        keys: [PartnerKeyStatus],
        grants: [Grant],
        isRevoked: Bool,
        admittedOn: CalendarDate,
        head: Int64 = 0,
        floor: Int64 = 0,
        consumers: [PartnerProgress] = [],
        troubles: [PartnerTrouble] = []
    ) {
        self.partner = partner
        self.organisation = organisation
        self.name = name
        self.livePort = livePort
        self.feedPort = feedPort
        self.keys = keys
        self.grants = grants
        self.isRevoked = isRevoked
        self.admittedOn = admittedOn
        self.head = head
        self.floor = floor
        self.consumers = consumers
        self.troubles = troubles
    }
}
