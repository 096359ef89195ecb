package import Scheme

/// Grants or refuses the certificate; final for the application.
package struct Decide: CommandContract {
    package static let name = "certification.decide"
    /// The run.
    package let run: RunID
    /// Whether the certificate is granted.
    package let grant: Bool
    /// Why; required for a refusal.
    package let reasons: String
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, grant: Bool, reasons: String, on: CalendarDate) {
        self.run = run
        self.grant = grant
        self.reasons = reasons
        self.on = on
    }
}
