/// What one firm wrote.
package struct SurveyRemark: Codable, Hashable, Sendable {
    /// The code of the question.
    package let question: String
    /// The words.
    package let text: String

    /// Makes the value.
    package init(
        question: String,
        text: String
    ) {
        self.question = question
        self.text = text
    }
}
