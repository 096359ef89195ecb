/// Writes tables for spreadsheets: RFC 4180 with semicolons, and no cell that a spreadsheet would carry out.
enum CSVText {
    /// The lines of a table.
    static func text(of rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    /// A cell: quoted where it must be, and with an apostrophe before what would be a formula.
    static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\";\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a spreadsheet might carry a text out; a number with its sign is none.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { return false }
        let rest = text.unicodeScalars.dropFirst()
        let isNumber =
            (first == "-" || first == "+") && !rest.isEmpty
            && rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
        return !isNumber
    }
}
