/// One question: only the same wording may be compared between measurements.
package struct Question: Hashable, Sendable {
    /// What a question shows as a share of the answers.
    package struct Indicator: Hashable, Sendable {
        /// The figure that it becomes.
        package let id: FigureID
        /// The name in Dutch.
        package let name: String
        /// The answers that count as yes.
        package let yes: [String]

        /// Makes the value.
        package init(id: FigureID, name: String, yes: [String]) { (self.id, self.name, self.yes) = (id, name, yes) }
    }

    /// The code, which is the column's name in a file.
    package let code: QuestionCode
    /// The version of the wording, from 1.
    package let version: Int
    /// The wording.
    package let text: String
    /// The answers that it allows.
    package let answer: AnswerKind
    /// Whom it is put to, for instance `allen`.
    package let asked: String
    /// The share that it shows.
    package let indicator: Indicator
    /// Whether a file may leave the question out, because it was not put in every area.
    package let isOptional: Bool

    /// Makes the value.
    package init(
        code: QuestionCode,
        version: Int,
        text: String,
        answer: AnswerKind,
        asked: String,
        indicator: Indicator,
        isOptional: Bool = false
    ) {
        self.code = code
        self.version = version
        self.text = text
        self.answer = answer
        self.asked = asked
        self.indicator = indicator
        self.isOptional = isOptional
    }

    /// Whether another questionnaire puts the same question: in the same words, to the same firms, with the same answers.
    func isSameWording(as other: Question) -> Bool {
        code == other.code && version == other.version && text == other.text && answer == other.answer
            && asked == other.asked && indicator == other.indicator
    }
}
