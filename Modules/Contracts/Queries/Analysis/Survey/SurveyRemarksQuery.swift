package import Scheme

/// Asks what firms wrote in their own words; personal data, for the project leader alone.
package struct SurveyRemarksQuery: QueryContract {
    package typealias Answer = SurveyRemarks
    package static let name = "analysis.survey-remarks"
    /// The run.
    package let run: RunID
    /// The number, or `nil` for the newest measurement with a survey.
    package let measurement: Int?

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int? = nil
    ) {
        self.run = run
        self.measurement = measurement
    }
}
