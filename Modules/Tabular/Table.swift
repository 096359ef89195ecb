/// Holds a whole CSV file whose rows all have the width of its header.
package struct Table: Sendable, Hashable {
    /// The first record, with places, for messages about columns.
    package let headerRow: Row
    package let rows: [Row]
    /// The separator that was given or detected.
    package let delimiter: Delimiter

    /// The column names exactly as written.
    package var header: [String] { headerRow.fields.map(\.text) }

    /// Reads a CSV file after RFC 4180 and refuses it as a whole at the first fault.
    ///
    /// Accepts a UTF-8 byte-order mark, LF and CRLF, and a last line without line end. A header without rows is a
    /// table of no rows. Throws a `TabularError` that knows line and column.
    package init(
        parsing bytes: [UInt8],
        delimiter choice: DelimiterChoice = .detect,
        limits: Limits = .default
    ) throws(TabularError) {
        var reader = try RecordReader(bytes, delimiter: choice, limits: limits)
        guard let header = try reader.next(), header.fields.map(\.text) != [""] else { throw .empty }
        var rows: [Row] = []
        while let row = try reader.next() {
            guard rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows, row.place) }
            try row.requireWidth(header.fields.count)
            rows.append(row)
        }
        headerRow = header
        self.rows = rows
        delimiter = reader.delimiter
    }

    /// Finds columns by name and refuses the table when one is missing or occurs twice.
    ///
    /// Other columns of the file are left alone. Every missing name is reported at once.
    package func requireColumns(_ names: [String]) throws(TabularError) -> ColumnMap {
        var indices: [String: Int] = [:]
        var missing: [String] = []
        for name in names {
            let found = headerRow.fields.indices.filter { headerRow.fields[$0].text == name }
            guard found.count < 2 else {
                throw .duplicateColumn(name, first: found[0] + 1, headerRow.fields[found[1]].place)
            }
            indices[name] = found.first
            if found.isEmpty { missing.append(name) }
        }
        guard missing.isEmpty else { throw .missingColumns(missing, found: header, headerRow.place) }
        return ColumnMap(indices: indices)
    }
}

extension Row {
    /// The place of the first field; the reader gives every row at least one.
    var place: Place { fields.first?.place ?? Place(line: line, column: 1, field: 1) }

    /// Refuses a row with more or fewer fields than the header.
    fileprivate func requireWidth(_ width: Int) throws(TabularError) {
        guard fields.count != width else { return }
        if fields.count == 1, fields[0].text.isEmpty { throw .blankLine(place) }
        let culprit = fields.count > width ? fields[width] : fields[fields.count - 1]
        throw .raggedRow(expected: width, found: fields.count, culprit.place)
    }
}
