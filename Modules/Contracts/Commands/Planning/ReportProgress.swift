package import Scheme

/// Records how far a measure has come.
package struct ReportProgress: CommandContract {
    package static let name = "planning.report-progress"
    /// The run.
    package let run: RunID
    /// The measure.
    package let measure: LocalID
    /// How far, 0 to 100.
    package let percent: Int
    /// The day.
    package let on: CalendarDate
    /// A remark; kept private, not published.
    package let note: String?

    /// Makes the command.
    package init(run: RunID, measure: LocalID, percent: Int, on: CalendarDate, note: String?) {
        self.run = run
        self.measure = measure
        self.percent = percent
        self.on = on
        self.note = note
    }
}
