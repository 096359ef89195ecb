package import Scheme

/// Makes a suspended certificate count again.
package struct LiftSuspension: CommandContract {
    package static let name = "certification.lift-suspension"
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
