import Scheme

/// Identifies a version of a questionnaire, `kvo-w-1`.
package struct QuestionnaireID: Identifier {
    package static let rule = "a questionnaire identifier such as kvo-w-1"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(2...32, orAnyOf: ".-") else { return nil }
        self.text = text
    }
}
