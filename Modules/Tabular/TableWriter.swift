/// Writes a CSV file after RFC 4180, one row at a time, that `Table` reads back to the same texts.
///
/// Quotes only where needed: separators of either kind, quotes, line breaks, blanks at an end, a byte-order mark.
package struct TableWriter: Sendable {
    /// Chooses how lines end.
    package enum LineEnding: String, Sendable {
        case lf = "\n"
        case crlf = "\r\n"
    }

    /// Chooses what happens to a text that a spreadsheet would run as a formula.
    ///
    /// Such a text begins with `=`, `+`, `-`, `@` or a tab and is no plain number. Files for other programs keep it;
    /// files that people open in a spreadsheet should refuse or prefix it.
    package enum FormulaPolicy: Sendable {
        case keep
        /// Writes an apostrophe in front, which changes the text for every other reader.
        case prefixApostrophe
        case refuse
    }

    /// The file so far.
    package private(set) var bytes: [UInt8]
    private let delimiter: Delimiter
    private let lineEnding: LineEnding
    private let formulas: FormulaPolicy
    private let width: Int
    private var line = 1

    /// Starts a file with its header line; `byteOrderMark` makes Excel read it as UTF-8.
    package init(
        header: [String],
        delimiter: Delimiter = .comma,
        lineEnding: LineEnding = .crlf,
        byteOrderMark: Bool = false,
        formulas: FormulaPolicy = .keep
    ) throws(TabularError) {
        guard !header.isEmpty else { throw .empty }
        bytes = byteOrderMark ? Byte.byteOrderMark : []
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.formulas = formulas
        width = header.count
        try append(header)
    }

    /// Writes one row; a row of another width than the header, or a text with a zero byte, is refused.
    ///
    /// After an error the file is unchanged. The place in the error counts rows as lines.
    package mutating func append(_ row: [String]) throws(TabularError) {
        guard row.count == width else {
            throw .raggedRow(expected: width, found: row.count, Place(line: line, column: 1, field: row.count))
        }
        var texts: [String] = []
        for (index, text) in row.enumerated() {
            texts.append(try checked(text, at: Place(line: line, column: 1, field: index + 1)))
        }
        let isLoneEmpty = texts == [""]
        let separator = String(Unicode.Scalar(delimiter.rawValue))
        let record = isLoneEmpty ? "\"\"" : texts.map(\.quotedIfNeeded).joined(separator: separator)
        bytes.append(contentsOf: record.utf8)
        bytes.append(contentsOf: lineEnding.rawValue.utf8)
        line += 1
    }

    private func checked(_ text: String, at place: Place) throws(TabularError) -> String {
        guard !text.utf8.contains(Byte.null) else { throw .nullByte(place) }
        guard text.looksLikeFormula else { return text }
        switch formulas {
        case .keep: return text
        case .prefixApostrophe: return "'" + text
        case .refuse: throw .formula(text, place)
        }
    }
}

extension String {
    fileprivate var looksLikeFormula: Bool {
        guard let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
        return !isPlainNumber
    }

    private var isPlainNumber: Bool {
        let digits = (first == "-" || first == "+") ? dropFirst() : self[...]
        guard let last = digits.last, last.isASCII, last.isNumber else { return false }
        return digits.allSatisfy { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
    }

    fileprivate var quotedIfNeeded: String {
        let isEdgeBlank = first == " " || last == " " || first == "\t" || last == "\t"
        let isSpecial = unicodeScalars.contains { "\",;\r\n\u{FEFF}".unicodeScalars.contains($0) }
        guard isSpecial || isEdgeBlank else { return self }
        var result = "\""
        for scalar in unicodeScalars {
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
