package import Scheme

/// The months that one figure counts: one month, or a whole year.
package struct FigurePeriod: Hashable, Sendable {
    /// The first month.
    package let from: CalendarMonth
    /// The last month.
    package let through: CalendarMonth

    /// Makes a period of one month.
    package init(month: CalendarMonth) { (from, through) = (month, month) }

    /// Makes the period of a calendar year; `nil` outside the years 1 to 9999.
    package init?(year: Int) {
        guard let first = CalendarMonth(year: year, month: 1), let last = CalendarMonth(year: year, month: 12) else {
            return nil
        }
        (from, through) = (first, last)
    }

    init(from: CalendarMonth, through: CalendarMonth) { (self.from, self.through) = (from, through) }

    /// The months as ``Scheme/CalendarMonth/ordinal``.
    package var ordinals: ClosedRange<Int> { from.ordinal...through.ordinal }
}
