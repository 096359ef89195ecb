package import Scheme

/// Gives the reason why the plan sets no objective for a bottleneck.
package struct ArgueAway: CommandContract {
    package static let name = "planning.argue-away"
    /// The run.
    package let run: RunID
    /// The problem of the latest safety analysis.
    package let bottleneck: LocalID
    /// Why the plan leaves it.
    package let reason: String

    /// Makes the command.
    package init(run: RunID, bottleneck: LocalID, reason: String) {
        self.run = run
        self.bottleneck = bottleneck
        self.reason = reason
    }
}
