package import Scheme

/// Establishes the yearly report about the execution of the plan.
package struct EstablishAnnualReport: CommandContract {
    package static let name = "planning.establish-annual-report"
    /// The run.
    package let run: RunID
    /// The year that it is about.
    package let year: Int
    /// Meetings of the workgroup in that year.
    package let meetings: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, year: Int, meetings: Int, on: CalendarDate) {
        self.run = run
        self.year = year
        self.meetings = meetings
        self.on = on
    }
}
