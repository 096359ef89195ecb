package import Scheme

/// Records that a finding has been solved, also after its measurement was established.
///
/// Established figures stay as they are; only the lists of findings change.
package struct ResolveFinding: CommandContract {
    package static let name = "analysis.resolve-finding"
    /// The run, at any step.
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
