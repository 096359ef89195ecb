/// Names the role in which an organisation acts, never a person: `projectleider`, `auditor`.
package struct RoleName: Identifier {
    package static let rule = "a role: 2 to 32 lower-case letters, digits or hyphens, such as projectleider"
    package let text: String

    package init?(_ text: String) {
        guard (2...32).contains(text.utf8.count), text.consists(ofLowercaseDigitsAnd: "-") else { return nil }
        self.text = text
    }
}

extension RoleName: ExpressibleByStringLiteral {
    /// Takes a role that stands in the source.
    ///
    /// - Precondition: It keeps the rule.
    package init(stringLiteral text: String) {
        guard let role = RoleName(text) else { preconditionFailure("\(text) is not \(Self.rule)") }
        self = role
    }
}
