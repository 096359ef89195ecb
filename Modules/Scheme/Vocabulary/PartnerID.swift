/// Identifies a partner whose system receives events: `politie-mn`, `gemeente-gm1581`.
package struct PartnerID: Identifier {
    package static let rule = "a partner's name: 2 to 32 lower-case letters, digits or hyphens, such as politie-mn"
    package let text: String

    package init?(_ text: String) {
        guard (2...32).contains(text.utf8.count), text.consists(ofLowercaseDigitsAnd: "-"), !text.hasPrefix("-") else {
            return nil
        }
        self.text = text
    }
}
