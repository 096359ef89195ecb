import AnalysisDomain

/// A question of either kind, as far as a mapping must know it.
enum MappedQuestion {
    case main(Question)
    case further(FurtherQuestion)

    /// Whether several answers may be given.
    var isSeveral: Bool {
        if case .further(let question) = self, case .several = question.answer { true } else { false }
    }

    /// Whether the answer is a number, which LimeSurvey may write with decimals.
    var isNumber: Bool {
        switch self {
        case .main(let question): if case .mark = question.answer { true } else { false }
        case .further(let question): if case .number = question.answer { true } else { false }
        }
    }

    /// Whether a text is one of its answers.
    func allows(_ text: String) -> Bool {
        switch self {
        case .main(let question): question.answer.allows(text)
        case .further(let question): question.answer.parts(of: text) != nil
        }
    }

    /// The answers in a sentence.
    var description: String {
        switch self {
        case .main(let question): question.answer.description
        case .further(let question): question.answer.description
        }
    }
}

extension Questionnaire {
    /// The question with a code, or `nil`.
    func mapped(_ code: QuestionCode) -> MappedQuestion? {
        if let question = questions.first(where: { $0.code == code }) { return .main(question) }
        return further.first { $0.code == code }.map { .further($0) }
    }
}
