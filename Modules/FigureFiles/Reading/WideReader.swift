import Tabular

/// Reads a table made for an area that has a column for each period (`Soort misdrijf;2022;2023`).
struct WideReader {
    let head: TableHead
    private(set) var keys = FigureKeys()

    init(_ head: TableHead) { self.head = head }

    mutating func read(_ bytes: [UInt8], into sink: inout some FigureSink) throws(FigureFileError) {
        let table = try head.table(bytes)
        guard !table.rows.isEmpty else { throw .noRows(head.fields[0].place) }
        let region = head.roles.firstIndex(of: .region)
        guard let crime = head.roles.firstIndex(of: .crime) else { return }
        let periods = head.columns.map { TablePeriod($0) }
        for row in table.rows {
            let type = row.fields[crime].text.trimmedBlanks
            guard !type.isEmpty else { throw .emptyKey(column: head.columns[crime], row.fields[crime].place) }
            let place = region.map { row.fields[$0].text.trimmedBlanks } ?? ""
            for (index, period) in periods.enumerated() {
                guard let period else { continue }
                let cell = FigureCell(
                    crime: keys.number(ofCrime: type),
                    region: keys.number(ofRegion: place),
                    period: keys.number(of: period),
                    count: try row.fields[index].figure(),
                    line: row.line
                )
                let places = [TableColumn.crime: row.fields[crime].place, .period: row.fields[index].place]
                guard sink.take(cell, of: keys, in: FigureRow(line: row.line, places: places)) else {
                    throw .repeatedCell("\(type), \(period)", row.fields[index].place)
                }
            }
        }
    }
}

extension TableHead {
    /// The whole table, cut by the delimiter of its head.
    func table(_ bytes: [UInt8]) throws(FigureFileError) -> Table {
        guard let delimiter = Delimiter(rawValue: delimiter) else {
            let line = Place(line: firstLine - 1, column: 1, field: 1)
            throw .unknownColumns(columns, missing: ["; or , between the fields"], line)
        }
        // A line `sep=` becomes an empty one, so that lines keep their numbers.
        let skipped = hasSeparatorLine ? (bytes.firstIndex(of: Mark.lineFeed) ?? -1) + 1 : 0
        do {
            let limits = Limits(bytes: bytes.count, rows: .max)
            return try Table(parsing: Array(bytes[skipped...]), delimiter: .fixed(delimiter), limits: limits)
        } catch {
            throw error.isCutOff(bytes) ? .cutOff(error.place ?? Place(line: 1, column: 1, field: 1)) : .table(error)
        }
    }
}

extension TabularError {
    /// Whether the last row is short because the file stops within it.
    fileprivate func isCutOff(_ bytes: [UInt8]) -> Bool {
        guard bytes.last != Mark.lineFeed else { return false }
        let lines = bytes.count { $0 == Mark.lineFeed } + 1
        switch self {
        case .raggedRow(let expected, let found, let place): return found < expected && place.line == lines
        case .unterminatedQuote(let place): return place.line == lines
        default: return false
        }
    }
}

extension Field {
    /// The count of a field; an empty one and a dot are withheld.
    func figure() throws(FigureFileError) -> Int? {
        let text = text.trimmedBlanks
        guard !text.isEmpty, text != "." else { return nil }
        let bytes = Array(text.utf8)
        let digits = SpreadsheetTrace.surplus(bytes[...]).map { bytes.dropLast($0) } ?? bytes[...]
        guard digits.count <= 9, digits.allSatisfy(Mark.isDigit),
            let count = Int(String(decoding: digits, as: UTF8.self))
        else {
            throw SpreadsheetTrace.isNumber(text) ? .spreadsheetCount(text, place) : .unreadableCount(text, place)
        }
        return count
    }
}
