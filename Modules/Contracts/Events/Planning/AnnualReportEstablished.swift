package import Scheme

/// The yearly report has been established.
package struct AnnualReportEstablished: RunEventContract {
    package static let name = "jaarverslag-vastgesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The year that it is about.
    package let year: Int
    /// Measures done so far.
    package let done: Int
    /// Measures not done.
    package let open: Int
    /// Meetings of the workgroup in that year.
    package let meetings: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], year: Int, done: Int, open: Int, meetings: Int, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.year = year
        self.done = done
        self.open = open
        self.meetings = meetings
        self.on = on
    }

    package var subject: String { "plan/\(run)" }
}
