package import Scheme

/// A partner may no longer come in; its feed is kept as the record of what it was given.
package struct PartnerRevoked: EventContract {
    package static let name = "afnemer-ingetrokken"
    package static let dataClass = DataClass.confidential
    /// The partner.
    package let partner: PartnerID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(partner: PartnerID, on: CalendarDate) {
        self.partner = partner
        self.on = on
    }

    package var subject: String { "afnemer/\(partner)" }
    package var areas: [AreaID] { [] }
}
