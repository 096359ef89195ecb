package import Scheme

/// Records that a finding of the present measurement has been solved.
package struct ResolveFinding: CommandContract {
    package static let name = "analysis.resolve-finding"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The finding, such as S1.3.
    package let finding: LocalID
    /// The day; not in the future and not before the round.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, finding: LocalID, on: CalendarDate) {
        self.run = run
        self.finding = finding
        self.on = on
    }
}
