package import Scheme

/// Asks for all figures of an established measurement; refused when there is none.
package struct ReportQuery: QueryContract {
    package typealias Answer = MeasurementReport
    package static let name = "analysis.report"
    /// The run.
    package let run: RunID
    /// The number of the measurement, or `nil` for the latest that was established.
    package let measurement: Int?

    /// Makes the query.
    package init(run: RunID, measurement: Int? = nil) {
        self.run = run
        self.measurement = measurement
    }
}
