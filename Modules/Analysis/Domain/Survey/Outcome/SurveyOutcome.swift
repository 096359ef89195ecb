/// What came out of a survey, as far as it may be told.
package struct SurveyOutcome: Hashable, Sendable {
    /// The number of establishments that answered.
    package let answers: Int
    /// The number invited.
    package let invited: Int
    /// The groups by which it is told apart; `nil` for the whole area only.
    package let stratum: FirmGrouping?
    /// The questions that show an indicator, in order.
    package let questions: [QuestionOutcome]
    /// The other questions, in order.
    package let further: [FurtherOutcome]

    /// Counts the answers to a questionnaire.
    ///
    /// - Parameters:
    ///   - responses: The private answers.
    ///   - questionnaire: The questions that were put.
    ///   - invited: The number invited, not less than the number of responses.
    ///   - stratum: The groups to tell apart; none are when the questionnaire does not ask for them.
    package init(
        of responses: [SurveyResponse],
        to questionnaire: Questionnaire,
        invited: Int,
        by stratum: FirmGrouping? = nil
    ) {
        let grouping = stratum.flatMap(questionnaire.question).map { GroupedResponses($0, responses) }
        answers = responses.count
        self.invited = invited
        self.stratum = grouping == nil ? nil : stratum
        questions = questionnaire.questions.map { $0.outcome(of: responses, invited: invited, grouping) }
        further = questionnaire.further.map { $0.outcome(of: responses) }
    }
}
