/// Identifies a version of the KVO scheme, `kvo-2008`.
package struct SchemeID: Identifier {
    package static let rule = "a scheme identifier: lower-case letters, digits, dots and hyphens, such as kvo-2008"
    package let text: String

    package init?(_ text: String) {
        guard (2...32).contains(text.utf8.count), text.consists(ofLowercaseDigitsAnd: ".-") else { return nil }
        self.text = text
    }
}
