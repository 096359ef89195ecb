import Tabular

/// Reads a table with one row for each count carefully: it knows lines and columns, and repairs what is safe.
struct RowReader: Sendable {
    let head: TableHead
    private(set) var keys = FigureKeys()
    private(set) var warnings: [FigureWarning] = []
    private var scanner: CellScanner
    private var buffer: [UInt8] = []
    private var isHeadRead = false
    private var line: Int
    private var rows = 0
    private var blank: Place?
    private var repairs: Set<String> = []
    /// For each value as written its number in ``keys``; -1 has not been looked at, -2 is nothing.
    private var crimes: [Int] = []
    private var regions: [Int] = []
    private var periods: [Int] = []

    init(_ head: TableHead) {
        self.head = head
        line = head.firstLine
        scanner = CellScanner(delimiter: head.delimiter, roles: head.roles)
    }

    /// Reads the next bytes of the file; rows that are not complete wait for more.
    mutating func read(
        _ chunk: [UInt8],
        isLast: Bool,
        into sink: inout some FigureSink
    ) throws(FigureFileError) {
        buffer.append(contentsOf: chunk)
        if !isHeadRead {
            guard buffer.count >= head.firstRow else { return }
            buffer.removeFirst(head.firstRow)
            isHeadRead = true
        }
        scanner.isLast = isLast
        var offset = 0
        while offset < buffer.count {
            let end = Self.scan(&scanner, buffer, offset)
            if end >= 0 {
                try take(offset, end, &sink)
                offset = end
            } else if scanner.fault == .incomplete, !isLast {
                break
            } else if let next = try mend(offset, isLast) {
                offset = next
            }
        }
        if isLast, rows == 0 { throw .noRows(head.fields[0].place) }
        if isLast { finish() }
        buffer.removeFirst(min(offset, buffer.count))
    }

    private mutating func finish() {
        if let blank { warn("the file ends with blank lines, from line \(blank.line) on; they were left out.") }
        if let last = buffer.last, last != Mark.lineFeed {
            warn("the last line has no line end; if the file was cut off, the last count may lack digits.")
        }
    }

    private mutating func take(_ start: Int, _ end: Int, _ sink: inout some FigureSink) throws(FigureFileError) {
        let crime = try number(.crime, start)
        let region = try number(.region, start)
        let period = try number(.period, start)
        let lines = (start..<end).count { buffer[$0] == Mark.lineFeed }
        defer { line += lines }
        if isEmpty(crime, .crime), isEmpty(period, .period), scanner.count == CellScanner.withheld {
            blank = blank ?? Place(line: line, column: 1, field: 1)
            return
        }
        if let blank { throw .table(.blankLine(blank)) }
        for (number, column) in [(crime, TableColumn.crime), (region, .region), (period, .period)]
        where isEmpty(number, column) {
            throw .emptyKey(column: head.title(of: column), place(of: column, start))
        }
        let count = scanner.count == CellScanner.withheld ? nil : scanner.count
        let cell = FigureCell(crime: max(crime, 0), region: max(region, 0), period: period, count: count, line: line)
        rows += 1
        guard sink.take(cell, of: keys, in: FigureRow(buffer[start..<end], of: head, line: line)) else {
            let what = [keys.crimes[cell.crime].text, keys.regions[cell.region].text, "\(keys.periods[period])"]
            throw .repeatedCell(what.filter { !$0.isEmpty }.joined(separator: ", "), place(at: start, start, field: 1))
        }
    }

    private func isEmpty(_ number: Int, _ column: TableColumn) -> Bool {
        number == -2 && head.roles.contains(column.role)
    }

    private static func scan(_ scanner: inout CellScanner, _ buffer: [UInt8], _ offset: Int) -> Int {
        scanner.scan(buffer.span, from: offset)
    }

    /// The number of the value that the row has in a column, -2 for an empty one or a column that is not there.
    private mutating func number(_ column: TableColumn, _ start: Int) throws(FigureFileError) -> Int {
        let written =
            switch column {
            case .crime: scanner.crime
            case .region: scanner.region
            default: scanner.period
            }
        let known =
            switch column {
            case .crime: crimes
            case .region: regions
            default: periods
            }
        if written < known.count, known[written] != -1 { return known[written] }
        let number = try newNumber(column, written, start)
        switch column {
        case .crime: crimes.remember(number, at: written)
        case .region: regions.remember(number, at: written)
        default: periods.remember(number, at: written)
        }
        return number
    }

    private mutating func newNumber(
        _ column: TableColumn,
        _ written: Int,
        _ start: Int
    ) throws(FigureFileError) -> Int {
        guard head.roles.contains(column.role) else {
            if column == .crime { return keys.number(ofCrime: "") }
            return column == .region ? keys.number(ofRegion: "") : -2
        }
        let lexicon =
            switch column {
            case .crime: scanner.crimes
            case .region: scanner.regions
            default: scanner.periods
            }
        guard let text = String(validating: lexicon[written], as: UTF8.self)?.trimmedBlanks else {
            throw .table(.invalidUTF8(place(of: column, start)))
        }
        guard !text.utf8.contains(0) else { throw .table(.nullByte(place(of: column, start))) }
        guard !text.isEmpty else { return -2 }
        let limit = column == .crime ? CellTable.crimeLimit : Self.valueLimit
        guard lexicon.count <= limit else {
            throw .tooManyValues(column: head.title(of: column), limit: limit, place(of: column, start))
        }
        switch column {
        case .crime: return keys.number(ofCrime: text)
        case .region: return keys.number(ofRegion: text)
        default:
            guard let period = TablePeriod(text) else {
                let place = place(of: column, start)
                throw SpreadsheetTrace.isDate(text) ? .spreadsheetDate(text, place) : .unreadablePeriod(text, place)
            }
            return keys.number(of: period)
        }
    }

    /// More than all regions of the country, at all their levels.
    private static let valueLimit = 40_000

    private mutating func warn(_ text: String) { warnings.append(FigureWarning(text: text)) }
}

extension RowReader {
    /// Mends the row that cannot be read, or says why not.
    ///
    /// - Returns: Where to go on; the row's own begin after a repair.
    fileprivate mutating func mend(_ start: Int, _ isLast: Bool) throws(FigureFileError) -> Int? {
        let fault = place(at: scanner.faultOffset, start, field: scanner.faultField + 1)
        switch scanner.fault {
        case .incomplete:
            // A quote that swallowed whole lines was opened by mistake; otherwise the file stops within its last line.
            let swallowed = buffer[min(scanner.faultOffset, buffer.count)...].contains(Mark.lineFeed)
            throw swallowed ? .table(.unterminatedQuote(fault)) : .cutOff(fault)
        case .blank:
            blank = blank ?? fault
            line += 1
            return (buffer[start...].firstIndex(of: Mark.lineFeed) ?? buffer.count - 1) + 1
        case .fields(let found):
            let end = buffer[start...].firstIndex(of: Mark.lineFeed)
            if found < head.roles.count, isNote(start, end ?? buffer.count) {
                repairs.formUnion(["note"])
                warn("line \(line) is a note under the table; it was left out.")
                line += 1
                return end.map { $0 + 1 } ?? buffer.count
            }
            if isLast, end == nil, found < head.roles.count { throw .cutOff(fault) }
            throw .table(.raggedRow(expected: head.roles.count, found: found, fault))
        case .strayQuote: throw .table(.strayQuote(fault))
        case .textAfterQuote: throw .table(.textAfterQuote(fault))
        case .bareCarriageReturn: throw .table(.bareCarriageReturn(fault))
        case .count: return try mendCount(start, fault)
        }
    }

    private mutating func mendCount(_ start: Int, _ fault: Place) throws(FigureFileError) -> Int {
        var first = scanner.faultOffset
        let isQuoted = buffer[first] == Mark.quote
        if isQuoted { first += 1 }
        let end =
            buffer[first...].firstIndex {
                isQuoted
                    ? $0 == Mark.quote
                    : $0 == head.delimiter || $0 == Mark.lineFeed || $0 == Mark.carriageReturn
            } ?? buffer.count
        let text = String(decoding: buffer[first..<end], as: UTF8.self).trimmedBlanks
        guard let surplus = SpreadsheetTrace.surplus(buffer[first..<end]) else {
            throw SpreadsheetTrace.isNumber(text) ? .spreadsheetCount(text, fault) : .unreadableCount(text, fault)
        }
        let left = String(decoding: buffer[first..<(end - surplus)], as: UTF8.self).trimmedBlanks
        if text.hasSuffix("*") {
            if repairs.insert("star").inserted { warn("counts with a star, from line \(line) on, are provisional.") }
        } else if repairs.insert("decimal").inserted {
            warn(
                "counts have a decimal part of zero or other blanks, as a spreadsheet writes them; "
                    + "\u{201c}\(text)\u{201d} on line \(line) was read as \(left), and so on."
            )
        }
        for index in (end - surplus)..<end { buffer[index] = Mark.blank }
        return start
    }

    private func isNote(_ start: Int, _ end: Int) -> Bool {
        let text = String(decoding: buffer[start..<end], as: UTF8.self).lowercased().drop { $0 == "\"" || $0 == " " }
        return ["bron", "\u{A9}", "toelichting"].contains { text.hasPrefix($0) }
    }

    /// The place of an offset of the buffer, in the row that begins at `start` on the present line.
    fileprivate func place(at offset: Int, _ start: Int, field: Int) -> Place {
        FigureRow.place(at: offset, in: buffer[start...], line: line, field: field)
    }

    /// The place of a column's field in the row that begins at `start`.
    fileprivate func place(of column: TableColumn, _ start: Int) -> Place {
        FigureRow(buffer[start...], of: head, line: line).place(of: column)
    }
}

extension [Int] {
    fileprivate mutating func remember(_ number: Int, at index: Int) {
        while count <= index { append(-1) }
        self[index] = number
    }
}
