package import Scheme

/// A partner's system has been admitted; it is granted nothing yet.
package struct PartnerAdmitted: EventContract {
    package static let name = "afnemer-toegelaten"
    package static let dataClass = DataClass.confidential
    /// The partner.
    package let partner: PartnerID
    /// The organisation that runs the system.
    package let organisation: OrganisationID
    /// The name that people read.
    package let name: String
    /// The public key with which it comes in.
    package let key: PartnerKey
    /// The TCP port of its live events, 1 to 65535.
    package let livePort: Int
    /// The TCP port of its feed, 1 to 65535.
    package let feedPort: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        partner: PartnerID,
        organisation: OrganisationID,
        name: String,
        key: PartnerKey,
        livePort: Int,
        feedPort: Int,
        on: CalendarDate
    ) {
        self.partner = partner
        self.organisation = organisation
        self.name = name
        self.key = key
        self.livePort = livePort
        self.feedPort = feedPort
        self.on = on
    }

    package var subject: String { "afnemer/\(partner)" }
    package var areas: [AreaID] { [] }
}
