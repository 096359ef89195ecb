package import Scheme

/// A partner has another key; its former one lets it in for some days more.
package struct PartnerKeyRenewed: EventContract {
    package static let name = "afnemer-sleutel-vernieuwd"
    package static let dataClass = DataClass.confidential
    /// The partner.
    package let partner: PartnerID
    /// The new public key.
    package let key: PartnerKey
    /// The last day of the former key, or `nil` when it ended at once.
    package let formerUntil: CalendarDate?
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(partner: PartnerID, key: PartnerKey, formerUntil: CalendarDate?, on: CalendarDate) {
        self.partner = partner
        self.key = key
        self.formerUntil = formerUntil
        self.on = on
    }

    package var subject: String { "afnemer/\(partner)" }
    package var areas: [AreaID] { [] }
}
