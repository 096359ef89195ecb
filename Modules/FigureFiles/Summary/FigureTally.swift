/// Adds up the rows of a part of a table, as fast as they can be read.
///
/// It stops at the first row that is not plainly right, or that it has seen before; who calls it then lets
/// ``FigureReader`` read the whole file, which repairs what it may and says what is wrong and where.
package struct FigureTally: Sendable {
    private var scanner: CellScanner
    /// For each written period its year's number and month, or -1.
    private var places: [Int] = []
    private var cells = CellTable()
    private var rows = 0

    /// Begins an empty tally of a table with one row for each count.
    package init(_ head: TableHead) {
        scanner = CellScanner(delimiter: head.delimiter, roles: head.roles)
    }

    /// Takes the rows that begin in a range of offsets.
    ///
    /// - Parameters:
    ///   - bytes: A part of the file.
    ///   - range: Where rows begin; the first row begins at its lower bound. The last one may end behind it.
    ///   - isLast: Whether the file ends with these bytes.
    /// - Returns: The offset behind the last row, or `nil` if a row cannot be taken.
    package mutating func take(_ bytes: Span<UInt8>, rowsIn range: Range<Int>, isLast: Bool) -> Int? {
        scanner.isLast = isLast
        var offset = range.lowerBound
        while offset < range.upperBound {
            let end = scanner.scan(bytes, from: offset)
            guard end >= 0, add() else { return nil }
            offset = end
        }
        return offset
    }

    /// What was added up.
    package var result: TallyResult {
        TallyResult(crimes: texts(scanner.crimes), regions: texts(scanner.regions), cells: cells, rows: rows)
    }

    @inline(__always)
    private mutating func add() -> Bool {
        if scanner.period >= places.count { classify() }
        let place = places[scanner.period]
        guard place >= 0, scanner.crime < CellTable.crimeLimit else { return false }
        rows += 1
        return cells.add(
            region: scanner.region,
            crime: scanner.crime,
            yearIndex: place >> 4,
            month: place & 15,
            count: scanner.count
        )
    }

    private mutating func classify() {
        while places.count <= scanner.period {
            let text = String(decoding: scanner.periods[places.count], as: UTF8.self)
            guard let period = TablePeriod(text.trimmedBlanks) else {
                places.append(-1)
                continue
            }
            places.append(Self.place(of: period))
        }
    }

    /// The number of the year, sixteen times, and the month.
    static func place(of period: TablePeriod) -> Int {
        let year = period.year - TablePeriod.years.lowerBound
        return period.isYear ? (year + TablePeriod.years.count) << 4 : year << 4 | (period.month - 1)
    }

    private func texts(_ lexicon: Lexicon) -> [String] {
        (0..<lexicon.count).map { String(decoding: lexicon[$0], as: UTF8.self).trimmedBlanks }
    }
}
