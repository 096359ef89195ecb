import Scheme

/// Identifies a type of crime in the police tables, `2.5.1`; `0.0.0` is the total.
package struct CrimeCode: Identifier {
    package static let rule = "a crime code such as 2.5.1"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(1...16, orAnyOf: ".") else { return nil }
        self.text = text
    }
}
