/// A category of the fire brigade's figures.
package struct FireCategory: Hashable, Sendable {
    /// The code.
    package let code: FireCategoryCode
    /// The name in Dutch.
    package let name: String

    /// Makes the value.
    package init(code: FireCategoryCode, name: String) { (self.code, self.name) = (code, name) }
}
