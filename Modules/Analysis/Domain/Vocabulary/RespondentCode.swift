import Scheme

/// Identifies an answer within one measurement, by a code that names no firm and no person.
package struct RespondentCode: Identifier {
    package static let rule = "a respondent code: 1 to 32 letters, digits, dots, hyphens or underscores"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(1...32, orAnyOf: ".-_") else { return nil }
        self.text = text
    }
}
