package import Scheme

/// The registered crimes of one type in one month; withheld is `nil`, never 0.
package struct ReportedMonth: Codable, Hashable, Sendable {
    /// The month.
    package let month: CalendarMonth
    /// In the area; `nil` when it is withheld.
    package let area: Int?
    /// In the rest of the municipality, without the area; `nil` when it is withheld or was not delivered.
    package let reference: Int?

    /// Makes the value.
    package init(month: CalendarMonth, area: Int? = nil, reference: Int? = nil) {
        self.month = month
        self.area = area
        self.reference = reference
    }
}
