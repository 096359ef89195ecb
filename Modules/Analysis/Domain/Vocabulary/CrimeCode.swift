import Scheme

/// Identifies a type of crime in the police tables, `2.5.1`; `0.0.0` is the total.
package struct CrimeCode: Identifier {
    package static let rule = "a crime code such as 2.5.1"
    package let text: String

    /// Whether it stands for all types together, which is a figure of its own and no sum.
    package var isTotal: Bool { text == "0.0.0" }

    package init?(_ text: String) {
        guard text.isCode(1...16, orAnyOf: ".") else { return nil }
        self.text = text
    }
}
