package import AnalysisDomain
package import Scheme
import Tabular

/// Reads the fire brigade's figures: `periode;categorie;aantal`.
package enum FireFile {
    private static let columns = ["periode", "categorie", "aantal"]

    /// Reads all figures, or refuses the file as a whole.
    ///
    /// A month must be over; an empty count is refused, since unknown is not zero.
    package static func read(
        _ bytes: [UInt8],
        categories: [FireCategory],
        today: CalendarDate
    ) throws(ImportError) -> [FireCell] {
        let (table, columns) = try Table.read(bytes, columns: columns)
        let codes = Dictionary(categories.map { ($0.code.text, $0.code) }, uniquingKeysWith: { first, _ in first })
        var lines: [FireKey: Int] = [:]
        var cells: [FireCell] = []
        for row in table.rows {
            let month = try month(columns.field("periode", of: row), today)
            let word = columns.field("categorie", of: row)
            guard let category = codes[try word.word("categorie", of: categories.map(\.code.text))] else { continue }
            let field = columns.field("aantal", of: row)
            guard let count = try field.number("aantal", in: possibleCounts) else {
                throw .emptyField(column: "aantal", field.place)
            }
            if let first = lines.updateValue(row.line, forKey: FireKey(category: category, month: month)) {
                throw .repeatedFigure("\(category) in \(month)", firstLine: first, word.place)
            }
            cells.append(FireCell(category: category, month: month, count: count))
        }
        return cells
    }

    private struct FireKey: Hashable {
        let category: FireCategoryCode
        let month: CalendarMonth
    }

    private static func month(_ field: Field, _ today: CalendarDate) throws(ImportError) -> CalendarMonth {
        guard let month = CalendarMonth(field.text) else {
            throw .unreadablePeriod(field.text, form: "2026-11", field.place)
        }
        guard month.lastDay < today else {
            throw .future(field.text, column: "periode", today: today, field.place)
        }
        return month
    }
}
