package import Scheme

/// Ends the carrying out of measures and begins the next measurement.
package struct StartEvaluation: CommandContract {
    package static let name = "registry.start-evaluation"
    /// The run.
    package let run: RunID
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, on: CalendarDate) {
        self.run = run
        self.on = on
    }
}
