/// The responses in the groups that the answers to one question make.
struct GroupedResponses {
    /// The answers that make the groups, in their order, and `nil` for those who did not answer.
    let names: [String?]
    /// The responses of each group.
    let responses: [[SurveyResponse]]
    /// The groups that may not be told by their size alone.
    let sensitive: Set<Int>

    init(_ question: FurtherQuestion, _ all: [SurveyResponse]) {
        let options: [String] = if case .choice(let options) = question.answer { options } else { [] }
        let names = options.map(Optional.some) + [nil]
        let responses = names.map { name in all.filter { $0.answers[question.code] == name } }
        let shown = PublicationRule.publishable(responses.map(\.count))
        (self.names, self.responses) = (names, responses)
        sensitive = Set(shown.indices.filter { shown[$0] == nil })
    }
}
