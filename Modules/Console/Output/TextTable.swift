/// Lays out rows in columns as wide as their widest cell, or one below the other where the terminal is too narrow.
struct TextTable {
    private let header: [String]
    private var rows: [[String]] = []

    init(header: [String]) { self.header = header }

    mutating func append(_ row: [String]) { rows.append(row) }

    /// The lines for this terminal, without blanks at their ends.
    var lines: [String] { lines(width: Terminal.width) }

    /// The lines for a number of columns; `nil` is as wide as need be.
    func lines(width: Int?) -> [String] {
        let wide = columns
        guard let width, (wide.map(\.count).max() ?? 0) > width else { return wide }
        return rows.flatMap(stacked)
    }

    private var columns: [String] {
        let all = [header] + rows
        let count = all.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return all.map { row in
            let cells = row.enumerated().map { $1.padded(to: widths[$0]) }
            return cells.joined(separator: "  ").trimmedAtEnd
        }
    }

    private func stacked(_ row: [String]) -> [String] {
        let first = row.first ?? ""
        let indent = String(first.prefix { $0 == " " }) + "  "
        return [first.trimmedAtEnd]
            + zip(header, row).dropFirst().filter { !$1.isEmpty }.map { "\(indent)\($0): \($1)" }
    }
}

extension String {
    /// The text with blanks up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text without blanks at its end.
    var trimmedAtEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
