package import Scheme

/// Asks what was put into a partner's feed, a page at a time.
package struct DisclosedQuery: QueryContract {
    package typealias Answer = DisclosureList
    package static let name = "gateway.disclosed"
    /// The partner.
    package let partner: PartnerID
    /// From this day on, or `nil` for all.
    package let since: CalendarDate?
    /// Only what follows this offset.
    package let after: Int64
    /// The most lines, 1 to 1000.
    package let limit: Int

    /// Makes the query.
    package init(partner: PartnerID, since: CalendarDate? = nil, after: Int64 = 0, limit: Int = 500) {
        self.partner = partner
        self.since = since
        self.after = after
        self.limit = limit
    }
}
