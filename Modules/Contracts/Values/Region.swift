/// A municipality, district or neighbourhood with its CBS code and the name under which figures are delivered.
package struct Region: Codable, Hashable, Sendable {
    /// The CBS code.
    package let code: String
    /// The name in the CBS list of the same year.
    package let name: String

    /// Makes the value.
    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
