/// Identifies a run (traject): its first area and a number, `gm1581-0007-t1`.
package struct RunID: Identifier {
    package static let rule = "a run identifier such as gm1581-0007-t1"
    package let text: String
    /// The area with which the run was started.
    package let firstArea: AreaID

    package init?(_ text: String) {
        guard let area = AreaID(String(text.prefix(11))), text.dropFirst(11).hasPrefix("-t") else { return nil }
        let number = String(text.dropFirst(13))
        guard !number.hasPrefix("0"), (1...4).contains(number.utf8.count), number.isDigits(number.utf8.count) else {
            return nil
        }
        self.text = text
        self.firstArea = area
    }

    /// Makes the identifier of an area's n-th run, 1 to 9999.
    package init?(area: AreaID, number: Int) { self.init("\(area)-t\(number)") }
}
