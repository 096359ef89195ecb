/// Identifies a CBS district or neighbourhood, `WK158100` or `BU15810000`.
///
/// The tail may hold letters (`BU0363AD03`), so it is never read as a number. The regions "onbekend" are refused.
package struct RegionCode: Identifier {
    package static let rule = "a CBS district or neighbourhood code such as WK158100 or BU15810000"
    package let text: String

    package init?(_ text: String) {
        let tail = text.dropFirst(2)
        let isDistrict = text.hasPrefix("WK") && tail.utf8.count == 6
        let isNeighbourhood = text.hasPrefix("BU") && tail.utf8.count == 8
        guard isDistrict || isNeighbourhood,
            String(tail.prefix(4)).isDigits(4), tail.prefix(4) != "0000",
            String(tail.dropFirst(4)).lowercased().consists(ofLowercaseDigitsAnd: ""),
            String(tail.dropFirst(4)) == String(tail.dropFirst(4)).uppercased(),
            isDistrict || String(tail.suffix(2)).isDigits(2)
        else { return nil }
        self.text = text
    }

    /// The municipality in which the region lies.
    package var municipality: MunicipalityCode? { MunicipalityCode("GM" + text.dropFirst(2).prefix(4)) }
}
