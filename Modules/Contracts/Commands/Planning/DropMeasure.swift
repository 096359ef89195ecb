package import Scheme

/// Takes a measure out of the plan that is being made.
package struct DropMeasure: CommandContract {
    package static let name = "planning.drop-measure"
    /// The run.
    package let run: RunID
    /// The measure.
    package let measure: LocalID
    /// Why.
    package let reason: String

    /// Makes the command.
    package init(run: RunID, measure: LocalID, reason: String) {
        self.run = run
        self.measure = measure
        self.reason = reason
    }
}
