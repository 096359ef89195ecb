package import Scheme

/// What came out of a survey, without any count that could tell of single firms, and without their words.
package struct SurveyResults: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The questionnaire.
    package let questionnaire: String
    /// The number of establishments invited.
    package let invited: Int
    /// The number that have answered.
    package let answers: Int
    /// The groups that are told apart; `nil` when none are, or when firms were not asked for them.
    package let by: SurveyStratum?
    /// The questions that show an indicator, in order.
    package let questions: [QuestionResult]
    /// The other questions, in order.
    package let further: [FurtherResult]

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int,
        questionnaire: String,
        invited: Int,
        answers: Int,
        by: SurveyStratum? = nil,
        questions: [QuestionResult],
        further: [FurtherResult]
    ) {
        self.run = run
        self.measurement = measurement
        self.questionnaire = questionnaire
        self.invited = invited
        self.answers = answers
        self.by = by
        self.questions = questions
        self.further = further
    }
}
