import Tabular

/// Reads the fire brigade's figures: incidents one a line, or counts by month and category.
///
/// An incident becomes a cell of its own with the count 1: incidents are counted, never added up over kinds. Its kind is
/// the classification of the control rooms (LMC) where there is one, at its finest level, and the region's own type
/// otherwise; an unknown one is kept as it is written.
struct FireReader {
    let head: TableHead
    let isCounted: Bool
    private(set) var keys = FigureKeys()
    private(set) var warnings: [FigureWarning] = []

    init(_ head: TableHead, isCounted: Bool) {
        self.head = head
        self.isCounted = isCounted
    }

    mutating func read(_ bytes: [UInt8], into sink: inout some FigureSink) throws(FigureFileError) {
        let table = try head.table(bytes)
        guard !table.rows.isEmpty else { throw .noRows(head.fields[0].place) }
        try isCounted ? counts(table, &sink) : incidents(table, &sink)
    }

    private mutating func counts(_ table: Table, _ sink: inout some FigureSink) throws(FigureFileError) {
        let names = head.columns.map { $0.lowercased() }
        let columns = ["periode", "categorie", "aantal"].compactMap { names.firstIndex(of: $0) }
        guard columns.count == 3 else { return }
        for row in table.rows {
            let period = try period(row.fields[columns[0]])
            let category = row.fields[columns[1]].text.trimmedBlanks
            guard !category.isEmpty else { throw .emptyKey(column: "categorie", row.fields[columns[1]].place) }
            let cell = FigureCell(
                crime: keys.number(ofCrime: category),
                region: keys.number(ofRegion: ""),
                period: keys.number(of: period),
                count: try row.fields[columns[2]].figure(),
                line: row.line
            )
            let places: [TableColumn: Place] = [
                .period: row.fields[columns[0]].place, .crime: row.fields[columns[1]].place,
                .count: row.fields[columns[2]].place,
            ]
            guard sink.take(cell, of: keys, in: FigureRow(line: row.line, places: places)) else {
                throw .repeatedCell("\(category), \(period)", row.fields[columns[0]].place)
            }
        }
    }

    private mutating func incidents(_ table: Table, _ sink: inout some FigureSink) throws(FigureFileError) {
        var columns: [FireColumn: Int] = [:]
        for (index, name) in head.columns.enumerated() {
            if let column = FireColumn(header: name), columns[column] == nil { columns[column] = index }
        }
        guard let moment = columns[.moment] else { return }
        var seen: [String: Int] = [:]
        var unclassed = 0
        for row in table.rows {
            let text = { (column: FireColumn) in columns[column].map { row.fields[$0].text.trimmedBlanks } ?? "" }
            let identifier = text(.identifier)
            if !identifier.isEmpty, let first = seen.updateValue(row.line, forKey: identifier) {
                let place = row.fields[columns[.identifier] ?? 0].place
                throw .repeatedCell("incident \(identifier), which is on line \(first),", place)
            }
            let kinds = [text(.code), text(.level3), text(.level2), text(.level1), text(.kind)]
            let kind = kinds.first { !$0.isEmpty } ?? ""
            if kind.isEmpty { unclassed += 1 }
            let cell = FigureCell(
                crime: keys.number(ofCrime: kind.isEmpty ? "overig" : kind),
                region: keys.number(ofRegion: text(.region)),
                period: keys.number(of: try day(row.fields[moment])),
                count: 1,
                line: row.line
            )
            let places = [TableColumn.period: row.fields[moment].place]
            _ = sink.take(cell, of: keys, in: FigureRow(line: row.line, places: places))
        }
        if unclassed > 0 {
            warnings.append(FigureWarning(text: "incidents without a classification count as overig: \(unclassed)."))
        }
    }

    private func period(_ field: Field) throws(FigureFileError) -> TablePeriod {
        let text = field.text.trimmedBlanks
        guard let period = TablePeriod(text) else {
            throw SpreadsheetTrace.isDate(text)
                ? .spreadsheetDate(text, field.place) : .unreadablePeriod(text, field.place)
        }
        return period
    }

    /// The month of a moment such as `2009/12/07 20:01:50.000000000`: year first, so that day and month are certain.
    private func day(_ field: Field) throws(FigureFileError) -> TablePeriod {
        let text = field.text.trimmedBlanks
        let parts = text.prefix(10).split { $0 == "/" || $0 == "-" }
        guard parts.count == 3, parts[0].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(Mark.isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...31).contains(day),
            month > 0,
            let period = TablePeriod(year: year, month: month)
        else {
            throw SpreadsheetTrace.isDate(String(text.prefix(10)))
                ? .spreadsheetDate(text, field.place) : .unreadableMoment(text, field.place)
        }
        return period
    }
}
