import Scheme

/// Identifies a question within a questionnaire, `B1`; the name of its column in a file.
package struct QuestionCode: Identifier {
    package static let rule = "a question code such as B1"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(1...16, orAnyOf: ".-") else { return nil }
        self.text = text
    }
}
