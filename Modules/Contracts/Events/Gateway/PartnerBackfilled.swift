package import Scheme

/// Events from before a partner's grants were added to its feed.
package struct PartnerBackfilled: EventContract {
    package static let name = "afnemer-aangevuld"
    package static let dataClass = DataClass.confidential
    /// The partner.
    package let partner: PartnerID
    /// The topics that were asked for.
    package let pattern: GrantPattern
    /// How many events were added, 0 or more.
    package let events: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(partner: PartnerID, pattern: GrantPattern, events: Int, on: CalendarDate) {
        self.partner = partner
        self.pattern = pattern
        self.events = events
        self.on = on
    }

    package var subject: String { "afnemer/\(partner)" }
    package var areas: [AreaID] { [] }
}
