/// What a spreadsheet does to figures that it was made to open.
enum SpreadsheetTrace {
    private static let months: Set<String> = [
        "jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec",
    ]

    /// Whether a text that is no period looks like a date, or like the number of a day since 1900.
    static func isDate(_ text: String) -> Bool {
        let parts = text.lowercased().split { $0 == "-" || $0 == "/" || $0 == " " || $0 == "." }
        // The portal writes the year first; a spreadsheet does not.
        if text.prefix(5).last == " ", text.prefix(4).utf8.allSatisfy(Mark.isDigit) { return false }
        if parts.count > 1, parts.contains(where: { months.contains(String($0.prefix(3))) }) { return true }
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy(Mark.isDigit) }
        if parts.count > 1 { return isDigits }
        return isDigits && text.utf8.count == 5 && ("3"..."5").contains(text.prefix(1))
    }

    /// Whether a text that is no count is a number with a decimal part, with dots for thousands, or in powers of ten.
    static func isNumber(_ text: String) -> Bool {
        guard text.utf8.contains(where: Mark.isDigit) else { return text.hasPrefix("##") }
        guard !text.hasPrefix("-") else { return false }
        return text.utf8.allSatisfy { Mark.isDigit($0) || ".,+-eE ".utf8.contains($0) }
    }

    /// How many bytes of a count may be left out at its end without changing it: a decimal part of one or two zeros, the
    /// star of a provisional figure, blanks of another kind.
    static func surplus(_ text: ArraySlice<UInt8>) -> Int? {
        let digits = text.drop { $0 == Mark.blank }.prefix(while: Mark.isDigit)
        guard (1...9).contains(digits.count) else { return nil }
        let rest = Array(text[digits.endIndex...])
        let isDecimal =
            (2...3).contains(rest.count) && (rest[0] == Mark.dot || rest[0] == UInt8(ascii: ","))
            && rest.dropFirst().allSatisfy { $0 == Mark.zero }
        let isStarred = (1...2).contains(rest.count) && rest.allSatisfy { $0 == UInt8(ascii: "*") }
        let isPadded = !rest.isEmpty && rest.allSatisfy { [0xC2, 0xA0, Mark.tab, Mark.blank].contains($0) }
        return isDecimal || isStarred || isPadded ? rest.count : nil
    }
}
