package import Scheme

/// Gives up a run.
package struct StopRun: CommandContract {
    package static let name = "registry.stop-run"
    /// The run.
    package let run: RunID
    /// Why.
    package let reason: String
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, reason: String, on: CalendarDate) {
        self.run = run
        self.reason = reason
        self.on = on
    }
}
