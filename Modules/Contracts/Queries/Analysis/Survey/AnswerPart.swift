/// How many establishments gave an answer.
package struct AnswerPart: Codable, Hashable, Sendable {
    /// The answer, or the marks from and to.
    package let answer: String
    /// The number; `nil` when it is hidden.
    package let count: Int?

    /// Makes the value.
    package init(
        answer: String,
        count: Int? = nil
    ) {
        self.answer = answer
        self.count = count
    }
}
