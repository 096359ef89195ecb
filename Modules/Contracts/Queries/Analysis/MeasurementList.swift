/// Measurements by run and number; none when the run that was asked for does not exist.
package struct MeasurementList: Codable, Hashable, Sendable {
    /// The measurements.
    package let measurements: [MeasurementSummary]

    /// Makes the value.
    package init(measurements: [MeasurementSummary]) {
        self.measurements = measurements
    }
}
