package import Scheme

/// A partner's grants have changed; they hold for events from now on.
package struct PartnerGrantsChanged: EventContract {
    package static let name = "afnemer-rechten-gewijzigd"
    package static let dataClass = DataClass.confidential
    /// The partner.
    package let partner: PartnerID
    /// All grants from now on; none gives nothing.
    package let grants: [Grant]
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(partner: PartnerID, grants: [Grant], on: CalendarDate) {
        self.partner = partner
        self.grants = grants
        self.on = on
    }

    package var subject: String { "afnemer/\(partner)" }
    package var areas: [AreaID] { [] }
}
