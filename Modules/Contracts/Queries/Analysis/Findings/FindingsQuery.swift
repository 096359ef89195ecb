package import Scheme

/// Asks for the findings of a run's inspections, as they stand on a day.
package struct FindingsQuery: QueryContract {
    package typealias Answer = FindingList
    package static let name = "analysis.findings"
    /// The run.
    package let run: RunID
    /// The measurement, or `nil` for all.
    package let measurement: Int?
    /// The day from which ages and lateness are counted; what was found or solved later is not told.
    package let on: CalendarDate
    /// Whether only findings that are overdue or escalated are told.
    package let onlyOverdue: Bool

    /// Makes the query.
    package init(run: RunID, measurement: Int? = nil, on: CalendarDate, onlyOverdue: Bool = false) {
        (self.run, self.measurement, self.on, self.onlyOverdue) = (run, measurement, on, onlyOverdue)
    }
}
