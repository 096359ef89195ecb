import Tabular

extension TableHead {
    /// How many bytes of a file are enough to read its head.
    package static let enough = 64 * 1024

    private static let delimiters = ";,\t|".utf8

    /// Reads the head from the first bytes of a file.
    ///
    /// The delimiter is the one with which the most columns are known by name; so a comma in a quoted title does no
    /// harm, and a header that no delimiter makes sense of is refused.
    package init(_ bytes: [UInt8]) throws(FigureFileError) {
        try bytes.refuseForeignForm()
        hasByteOrderMark = bytes.starts(with: Mark.byteOrderMark)
        var start = hasByteOrderMark ? Mark.byteOrderMark.count : 0
        var line = 1
        hasSeparatorLine = bytes[start...].isSeparatorLine
        if hasSeparatorLine {
            start = (bytes[start...].firstIndex(of: Mark.lineFeed) ?? bytes.count - 1) + 1
            line = 2
        }
        while start < bytes.count, bytes[start] == Mark.lineFeed || bytes[start] == Mark.carriageReturn {
            if bytes[start] == Mark.lineFeed { line += 1 }
            start += 1
        }
        guard start < bytes.count else { throw .empty }
        var best: HeaderLine?
        for delimiter in Self.delimiters {
            let header = HeaderLine(bytes, from: start, line: line, delimiter)
            if header.score > (best?.score ?? -1) { best = header }
        }
        guard let best else { throw .empty }
        delimiter = best.delimiter
        fields = best.fields
        columns = best.fields.map { $0.text.trimmedBlanks }
        roles = columns.map { TableColumn(header: $0)?.role ?? .ignored }
        firstRow = best.end
        firstLine = best.nextLine
        endsLinesWithCRLF = best.end >= 2 && bytes[best.end - 2] == Mark.carriageReturn
    }

    /// Refuses a table in which a column for counts is missing or occurs twice.
    ///
    /// A table made for one area needs no column of regions.
    package func requireColumns() throws(FigureFileError) {
        for column in TableColumn.allCases {
            let found = roles.indices.filter { roles[$0] == column.role }
            if found.count > 1 {
                throw .table(.duplicateColumn(columns[found[1]], first: found[0] + 1, fields[found[1]].place))
            }
        }
        let missing = TableColumn.allCases.filter { !roles.contains($0.role) && $0 != .region }.map(\.title)
        guard missing.isEmpty else { throw .unknownColumns(columns, missing: missing, fields[0].place) }
    }
}

/// The header of a table, cut by one delimiter.
private struct HeaderLine {
    let delimiter: UInt8
    private(set) var fields: [Field] = []
    private(set) var end: Int
    private(set) var nextLine: Int
    /// How many columns are known; then how many there are, up to nine.
    var score: Int {
        let known = fields.count { TableColumn(header: $0.text) != nil || FireColumn(header: $0.text) != nil }
        let periods = fields.count { TablePeriod($0.text.trimmedBlanks) != nil }
        return (known + periods) * 10 + min(fields.count, 9)
    }

    init(_ bytes: [UInt8], from start: Int, line: Int, _ delimiter: UInt8) {
        self.delimiter = delimiter
        var (index, lines, column) = (start, 0, 1)
        var text: [UInt8] = []
        var place = Place(line: line, column: 1, field: 1)
        var isQuoted = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Mark.quote {
                isQuoted.toggle()
            } else if !isQuoted, byte == Mark.lineFeed {
                break
            } else if !isQuoted, byte == delimiter {
                fields.append(Field(text: String(decoding: text, as: UTF8.self), place: place))
                text = []
                place = Place(line: line, column: column + 1, field: fields.count + 1)
            } else if byte != Mark.carriageReturn {
                text.append(byte)
                if byte == Mark.lineFeed { lines += 1 }
            }
            if byte & 0xC0 != 0x80 { column += 1 }
            index += 1
        }
        fields.append(Field(text: String(decoding: text, as: UTF8.self), place: place))
        end = min(index + 1, bytes.count)
        nextLine = line + lines + 1
    }
}

extension ArraySlice<UInt8> {
    /// Whether it begins with a line such as `sep=;`, quoted or not.
    fileprivate var isSeparatorLine: Bool {
        let line = prefix(16).prefix { $0 != Mark.lineFeed && $0 != Mark.carriageReturn }
        let text = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "\"" && $0 != " " }
        return text.hasPrefix("sep=") && text.utf8.count <= 5
    }
}
