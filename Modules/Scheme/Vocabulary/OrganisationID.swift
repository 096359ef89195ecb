/// Identifies an organisation, never a person: `kvk:12345678`, `oin:00000099...`, or a short name such as `politie-mn`.
package struct OrganisationID: Identifier {
    package static let rule =
        "an organisation identifier: 2 to 64 lower-case letters, digits, dots, hyphens or colons, such as kvk:12345678"
    package let text: String

    package init?(_ text: String) {
        guard (2...64).contains(text.utf8.count), text.consists(ofLowercaseDigitsAnd: ".-:") else { return nil }
        self.text = text
    }
}
