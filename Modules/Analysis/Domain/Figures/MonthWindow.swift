package import Scheme

/// The twelve months of a delivery: counts of windows of another length cannot be compared.
package struct MonthWindow: Hashable, Sendable, CustomStringConvertible {
    /// The number of months in every window.
    package static let length = 12
    /// The number of months after which a window says too little about today; an assumption of ours.
    static let oldest = 24
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

    package var description: String { "\(from) through \(through)" }

    /// The length in years, by which a count is divided for a rate.
    package var years: Double { Double(through.ordinal - from.ordinal + 1) / 12 }

    /// Whether the last month ended too long ago to tell something about a day.
    func isTooOld(on day: CalendarDate) -> Bool { through.lastDay.adding(months: Self.oldest) < day }

    /// The months, oldest first.
    package var months: [CalendarMonth] {
        (from.ordinal...through.ordinal).compactMap { CalendarMonth(year: $0 / 12, month: $0 % 12 + 1) }
    }

    /// The months of the window that some periods leave out, oldest first.
    func months(missingIn periods: some Sequence<FigurePeriod>) -> [CalendarMonth] {
        let covered = Set(periods.flatMap(\.ordinals))
        return months.filter { !covered.contains($0.ordinal) }
    }
}
