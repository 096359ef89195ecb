package import Scheme

/// Withdraws the run's certificate for good.
package struct Withdraw: CommandContract {
    package static let name = "certification.withdraw"
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
