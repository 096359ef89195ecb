package import Scheme

/// Closes the survey of the present measurement.
package struct CloseSurvey: CommandContract {
    package static let name = "analysis.close-survey"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The day of closing; not in the future and not before the opening.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, on: CalendarDate) {
        self.run = run
        self.on = on
    }
}
