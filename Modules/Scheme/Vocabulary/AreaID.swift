/// Identifies an area for ever: the municipality's code and four digits, `gm1581-0007`.
package struct AreaID: Identifier {
    package static let rule = "an area identifier such as gm1581-0007"
    package let text: String

    package init?(_ text: String) {
        guard text.utf8.count == 11, text.hasPrefix("gm"), MunicipalityCode(text.prefix(6).uppercased()) != nil,
            text.dropFirst(6).hasPrefix("-"), String(text.suffix(4)).isDigits(4), text.suffix(4) != "0000"
        else { return nil }
        self.text = text
    }

    /// Makes the identifier of the n-th area of a municipality, 1 to 9999.
    package init?(municipality: MunicipalityCode, number: Int) {
        guard (1...9999).contains(number) else { return nil }
        let digits = String(number)
        self.init("\(municipality.topicSegment)-\(String(repeating: "0", count: 4 - digits.count))\(digits)")
    }

    /// The municipality's segment of a topic, `gm1581`.
    package var municipalitySegment: String { String(text.prefix(6)) }
}
