import Scheme
import Tabular

extension Table {
    /// Reads a CSV that has exactly these columns, in any order, and at least one row.
    ///
    /// Optional columns that the file leaves out are not in the map.
    static func read(
        _ bytes: [UInt8],
        columns: [String],
        optional: [String] = []
    ) throws(ImportError) -> (table: Table, columns: ColumnMap) {
        let table: Table
        do { table = try Table(parsing: bytes) } catch { throw .table(error) }
        let known = columns + optional
        if let stranger = table.headerRow.fields.first(where: { !known.contains($0.text) }) {
            throw .unknownColumn(stranger.text, known: known, stranger.place)
        }
        let map: ColumnMap
        do { map = try table.requireColumns(columns + optional.filter(table.header.contains)) } catch {
            throw .table(error)
        }
        guard !table.rows.isEmpty else { throw .noRows(table.headerRow.fields[0].place) }
        return (table, map)
    }
}

extension Field {
    /// The text without blanks at either end; portals pad numbers.
    var trimmed: String {
        let blanks: Set<Character> = [" ", "\t", "\u{00A0}"]
        var rest = text[...]
        while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
        while let last = rest.last, blanks.contains(last) { rest.removeLast() }
        return String(rest)
    }

    /// One word of a list.
    func word(_ column: String, of allowed: [String]) throws(ImportError) -> String {
        guard !text.isEmpty else { throw .emptyField(column: column, place) }
        guard allowed.contains(text) else { throw .unknownWord(text, column: column, allowed: allowed, place) }
        return text
    }

    /// A day, or `nil` for an empty field.
    func date(_ column: String) throws(ImportError) -> CalendarDate? {
        guard !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else { throw .unreadableDate(text, column: column, place) }
        return date
    }

    /// A whole number in digits only, or `nil` for an empty field.
    func number(_ column: String, in range: ClosedRange<Int>) throws(ImportError) -> Int? {
        let text = trimmed
        guard !text.isEmpty else { return nil }
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(text), range.contains(number)
        else { throw .unreadableNumber(text, column: column, range, place) }
        return number
    }
}

/// The largest count that one cell may hold; far above any real figure, it keeps sums in range.
let possibleCounts = 0...1_000_000
