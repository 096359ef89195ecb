/// Identifies a municipality by its CBS code, `GM1581`.
package struct MunicipalityCode: Identifier {
    package static let rule = "a CBS municipality code such as GM1581"
    package let text: String

    package init?(_ text: String) {
        guard text.hasPrefix("GM"), String(text.dropFirst(2)).isDigits(4), text != "GM0000" else { return nil }
        self.text = text
    }

    /// The form in topics and area identifiers, `gm1581`.
    package var topicSegment: String { text.lowercased() }
}
