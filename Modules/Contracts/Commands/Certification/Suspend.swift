package import Scheme

/// Suspends the run's certificate.
package struct Suspend: CommandContract {
    package static let name = "certification.suspend"
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
