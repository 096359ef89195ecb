package import Scheme

/// The days on which a round must have been walked to count for the present measurement.
package struct InspectionWindow: Hashable, Sendable {
    /// The most months from a round to its import; an assumption of ours.
    package static let months = 12

    /// Why a day does not count.
    package enum Fault: Hashable, Sendable {
        /// The run began later, on this day.
        case beforeRun(CalendarDate)
        /// It is too long ago.
        case tooOld
    }

    /// The day on which the run started, where it is known.
    package let runStartedOn: CalendarDate?
    /// The day of the import.
    package let today: CalendarDate

    /// Makes the value.
    package init(runStartedOn: CalendarDate?, today: CalendarDate) {
        (self.runStartedOn, self.today) = (runStartedOn, today)
    }

    /// Why a day that has come does not count, or `nil` when it does.
    package func fault(of day: CalendarDate) -> Fault? {
        if let start = runStartedOn, day < start { return .beforeRun(start) }
        return day.adding(months: Self.months) < today ? .tooOld : nil
    }
}
