package import Scheme

/// The twelve months of a delivery: counts of windows of another length cannot be compared.
package struct MonthWindow: Hashable, Sendable {
    /// The number of months in every window.
    package static let length = 12
    /// The first month.
    package let from: CalendarMonth
    /// The last month.
    package let through: CalendarMonth

    /// Makes the window that some periods fill together; `nil` when they are not twelve months in a row.
    package init?(filledBy periods: some Sequence<FigurePeriod>) {
        let periods = Set(periods)
        guard let from = periods.map(\.from).min(), let through = periods.map(\.through).max(),
            through.ordinal - from.ordinal + 1 == Self.length,
            Set(periods.flatMap(\.ordinals)).count == Self.length
        else { return nil }
        (self.from, self.through) = (from, through)
    }

    /// Makes a window from its first and last month, as an event has it.
    package init(from: CalendarMonth, through: CalendarMonth) { (self.from, self.through) = (from, through) }

    /// The months of the window that some periods leave out, oldest first.
    func months(missingIn periods: some Sequence<FigurePeriod>) -> [CalendarMonth] {
        let covered = Set(periods.flatMap(\.ordinals))
        return (from.ordinal...through.ordinal).filter { !covered.contains($0) }
            .compactMap { CalendarMonth(year: $0 / 12, month: $0 % 12 + 1) }
    }
}
