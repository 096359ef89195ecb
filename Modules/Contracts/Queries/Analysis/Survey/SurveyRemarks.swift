package import Scheme

/// What firms wrote, in an order that says nothing of who did; never in an event or a report.
package struct SurveyRemarks: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The remarks.
    package let remarks: [SurveyRemark]

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int,
        remarks: [SurveyRemark]
    ) {
        self.run = run
        self.measurement = measurement
        self.remarks = remarks
    }
}
