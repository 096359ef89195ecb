package import Scheme

/// A version of the entrepreneurs' questionnaire.
package struct Questionnaire: Hashable, Sendable {
    /// The version.
    package let id: QuestionnaireID
    /// The kind of area that it is for.
    package let kind: AreaKind
    /// The number of past months that the questions are about.
    package let recallMonths: Int
    /// The questions, in order, with different codes.
    package let questions: [Question]
    /// The questions without an indicator, in order, with codes that differ from all others.
    package let further: [FurtherQuestion]

    /// Makes the value.
    package init(
        id: QuestionnaireID,
        kind: AreaKind,
        recallMonths: Int,
        questions: [Question],
        further: [FurtherQuestion] = []
    ) {
        self.id = id
        self.kind = kind
        self.recallMonths = recallMonths
        self.questions = questions
        self.further = further
    }

    /// The question by whose answers establishments are told apart, or `nil` when none is put.
    package func question(of stratum: FirmGrouping) -> FurtherQuestion? { further.first { $0.stratum == stratum } }

    /// Counts the answers for each indicator.
    package func tally(_ responses: some Collection<SurveyResponse>) -> SurveyTally {
        SurveyTally(
            responses: responses.count,
            indicators: questions.map { question in
                let given = responses.compactMap { $0.answers[question.code] }
                return SurveyTally.Indicator(
                    id: question.indicator.id,
                    yes: given.count(where: question.indicator.yes.contains),
                    valid: given.count
                )
            }
        )
    }

    /// Whether a figure means the same here and in another version: same wording, answers and past months.
    func compares(_ figure: FigureID, with other: Questionnaire) -> Bool {
        guard let mine = questions.first(where: { $0.indicator.id == figure }) else { return false }
        return recallMonths == other.recallMonths && other.questions.contains { $0.isSameWording(as: mine) }
    }
}
