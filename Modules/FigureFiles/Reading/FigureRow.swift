package import Tabular

/// Finds the places of a row's fields, for messages; nothing is computed until one is asked for.
package struct FigureRow: Sendable {
    private enum Source: Sendable {
        case bytes(ArraySlice<UInt8>, TableHead)
        case places([TableColumn: Place])
    }

    /// The line on which the row begins, from 1.
    package let line: Int
    private let source: Source

    init(_ bytes: ArraySlice<UInt8>, of head: TableHead, line: Int) {
        self.line = line
        source = .bytes(bytes, head)
    }

    init(line: Int, places: [TableColumn: Place]) {
        self.line = line
        source = .places(places)
    }

    /// The place of a column's field; that of the row where the file lacks the column.
    package func place(of column: TableColumn) -> Place {
        switch source {
        case .places(let places): return places[column] ?? Place(line: line, column: 1, field: 1)
        case .bytes(let bytes, let head):
            let wanted = head.roles.firstIndex(of: column.role) ?? 0
            var (field, index, isQuoted) = (0, bytes.startIndex, false)
            while field < wanted, index < bytes.endIndex {
                if bytes[index] == Mark.quote { isQuoted.toggle() }
                if bytes[index] == head.delimiter, !isQuoted { field += 1 }
                index += 1
            }
            return Self.place(at: index, in: bytes, line: line, field: wanted + 1)
        }
    }

    /// The place of an offset, in a row that begins at the start of `bytes`.
    static func place(at offset: Int, in bytes: ArraySlice<UInt8>, line: Int, field: Int) -> Place {
        var (line, column) = (line, 1)
        for byte in bytes[..<max(bytes.startIndex, min(offset, bytes.endIndex))] {
            if byte == Mark.lineFeed {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Place(line: line, column: column, field: field)
    }
}
