import Scheme

/// Identifies a category of the fire brigade's figures, `gebouwbrand`.
package struct FireCategoryCode: Identifier {
    package static let rule = "a fire category such as gebouwbrand"
    package let text: String

    package init?(_ text: String) {
        guard text.isCode(1...48, orAnyOf: "-") else { return nil }
        self.text = text
    }
}
