/// What came out of one question.
package struct QuestionResult: Codable, Hashable, Sendable {
    /// The code, such as B1.
    package let code: String
    /// The version of the wording.
    package let version: Int
    /// The wording.
    package let text: String
    /// The figure that it becomes, such as enquete.kent-kvo.
    package let indicator: String
    /// The name of the indicator.
    package let name: String
    /// The share that the indicator counts; `nil` when fewer than 5 answered.
    package let share: ShareResult?
    /// The mean of the marks; `nil` for other questions and with fewer than 10 answers.
    package let marks: MarkResult?
    /// How the answers spread; none for two answers, which the share tells.
    package let parts: [AnswerPart]
    /// The groups, in order; none when they were not asked for.
    package let groups: [GroupResult]

    /// Makes the value.
    package init(
        code: String,
        version: Int,
        text: String,
        indicator: String,
        name: String,
        share: ShareResult? = nil,
        marks: MarkResult? = nil,
        parts: [AnswerPart],
        groups: [GroupResult]
    ) {
        self.code = code
        self.version = version
        self.text = text
        self.indicator = indicator
        self.name = name
        self.share = share
        self.marks = marks
        self.parts = parts
        self.groups = groups
    }
}
