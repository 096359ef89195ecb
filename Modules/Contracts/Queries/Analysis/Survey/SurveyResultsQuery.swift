package import Scheme

/// Asks what came out of the survey of a measurement, as far as it may be told; refused while it is open.
package struct SurveyResultsQuery: QueryContract {
    package typealias Answer = SurveyResults
    package static let name = "analysis.survey-results"
    /// The run.
    package let run: RunID
    /// The number, or `nil` for the newest measurement with a survey.
    package let measurement: Int?
    /// The groups to tell apart; `nil` for the whole area only.
    package let by: SurveyStratum?

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int? = nil,
        by: SurveyStratum? = nil
    ) {
        self.run = run
        self.measurement = measurement
        self.by = by
    }
}
