package import Scheme

/// Asks for the measurements of one run or of all.
package struct MeasurementsQuery: QueryContract {
    package typealias Answer = MeasurementList
    package static let name = "analysis.measurements"
    /// The run, or `nil` for all.
    package let run: RunID?

    /// Makes the query.
    package init(run: RunID? = nil) {
        self.run = run
    }
}
