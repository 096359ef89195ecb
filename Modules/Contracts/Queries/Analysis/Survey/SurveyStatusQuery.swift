package import Scheme

/// Asks how far the survey of a measurement has come.
package struct SurveyStatusQuery: QueryContract {
    package typealias Answer = SurveyStatus
    package static let name = "analysis.survey-status"
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
