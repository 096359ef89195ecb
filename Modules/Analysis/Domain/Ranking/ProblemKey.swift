import Scheme

/// Identifies a kind of problem in the catalogue of measures, `inbraak_bedrijf`; `alle` stands for every kind.
package struct ProblemKey: Identifier {
    package static let rule = "a kind of problem such as inbraak_bedrijf"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(2...40, orAnyOf: "_") else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// Every kind of problem.
    package static let every = ProblemKey(known: "alle")
}
