package import Scheme

/// The yearly report in figures.
package struct AnnualReport: Hashable, Sendable {
    /// The year that it is about.
    package let year: Int
    /// Measures done so far.
    package let done: Int
    /// Measures of the plan that are not done.
    package let open: Int
    /// Meetings of the workgroup in that year.
    package let meetings: Int
    /// The day on which it was established.
    package let on: CalendarDate

    /// Makes a report.
    package init(year: Int, done: Int, open: Int, meetings: Int, on: CalendarDate) {
        self.year = year
        self.done = done
        self.open = open
        self.meetings = meetings
        self.on = on
    }
}
