package import Scheme

/// Records that a measure has been carried out.
package struct CompleteMeasure: CommandContract {
    package static let name = "planning.complete-measure"
    /// The run.
    package let run: RunID
    /// The measure.
    package let measure: LocalID
    /// The day.
    package let on: CalendarDate
    /// Where it can be seen; kept private, not published.
    package let proof: String?

    /// Makes the command.
    package init(run: RunID, measure: LocalID, on: CalendarDate, proof: String?) {
        self.run = run
        self.measure = measure
        self.on = on
        self.proof = proof
    }
}
