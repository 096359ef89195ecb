import Scheme

/// Identifies a figure in all measurements: its source, a dot and its own name, `enquete.kent-kvo` or `politie.2.5.1`.
///
/// It stays the same from one measurement to the next, so that two of them can be compared.
package struct FigureID: Identifier {
    package static let rule = "a figure identifier such as enquete.kent-kvo or politie.2.5.1"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(3...80, orAnyOf: ".-") else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// The number of findings of all inspection rounds.
    package static let findings = FigureID(known: "schouw.bevindingen")
    /// The number of findings that have not been solved.
    package static let openFindings = FigureID(known: "schouw.open")

    /// The number of registered crimes of a type.
    package static func crime(_ code: CrimeCode) -> FigureID { FigureID(known: "politie.\(code)") }
    /// The number of incidents of a category.
    package static func fire(_ code: FireCategoryCode) -> FigureID { FigureID(known: "brandweer.\(code)") }

    /// The things of which this is the number per 100 establishments; `nil` for any other figure.
    package var counted: FigureID? {
        text.hasSuffix(Self.rateEnding) ? FigureID(known: String(text.dropLast(Self.rateEnding.count))) : nil
    }

    private static let rateEnding = ".per-100"

    /// The same things counted, per 100 establishments a year.
    package var per100: FigureID { FigureID(known: text + Self.rateEnding) }
}
