package import AnalysisDomain
import Tabular

/// An export of the police's open-data portal, table 47022NED, in which names stand for regions.
package struct PoliceFile: Hashable, Sendable {
    /// One row as it was read, with its place.
    package struct Row: Hashable, Sendable {
        /// The type of crime.
        package let crime: CrimeType
        /// The month or year.
        package let period: FigurePeriod
        /// The region's name, which is no key.
        package let region: String
        /// The count; an empty field and `.` are withheld.
        package let count: RegisteredCount
        let periodField: Field
        let regionField: Field
    }

    /// The columns of the portal, in any order.
    package static let columns = [
        "Soort misdrijf", "Perioden", "Wijken en buurten", "Geregistreerde misdrijven (aantal)",
    ]

    /// The rows in the order of the file.
    package let rows: [Row]

    /// Reads a file whose labels agree with the code list.
    package init(parsing bytes: [UInt8], crimes: CrimeTypeList) throws(ImportError) {
        let table: Table
        do { table = try Table(parsing: bytes) } catch { throw .table(error) }
        let stranger = table.headerRow.fields.first { !Self.columns.contains($0.text) }
        guard stranger == nil, Self.columns.allSatisfy(table.header.contains) else {
            let place = stranger?.place ?? table.headerRow.fields[0].place
            throw .otherTable(found: table.header, expected: Self.columns, place)
        }
        let columns: ColumnMap
        do { columns = try table.requireColumns(Self.columns) } catch { throw .table(error) }
        guard !table.rows.isEmpty else { throw .noRows(table.headerRow.fields[0].place) }
        let byTitle = Dictionary(crimes.types.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
        var periods: [String: FigurePeriod] = [:]
        var rows: [Row] = []
        rows.reserveCapacity(table.rows.count)
        for row in table.rows {
            let fields = Self.columns.map { columns.field($0, of: row) }
            let label = fields[0].trimmed
            guard let crime = byTitle[label] else {
                throw .unknownLabel(label, listed: Self.listed(label, crimes), fields[0].place)
            }
            let text = fields[1].trimmed
            guard let period = periods[text] ?? FigurePeriod(police: text) else {
                throw .unreadablePeriod(text, form: FigurePeriod.policeForms, fields[1].place)
            }
            periods[text] = period
            rows.append(
                Row(
                    crime: crime,
                    period: period,
                    region: fields[2].trimmed,
                    count: try Self.count(fields[3]),
                    periodField: fields[1],
                    regionField: fields[2]
                )
            )
        }
        self.rows = rows
    }

    /// The title that the list gives to the code with which a label begins, or to the total.
    private static func listed(_ label: String, _ crimes: CrimeTypeList) -> String? {
        let code = label.prefix { $0 != " " }
        return crimes.types.first { $0.code.text == code || $0.title.hasPrefix(code + " ") }?.title
    }

    private static func count(_ field: Field) throws(ImportError) -> RegisteredCount {
        guard field.trimmed != "." else { return .withheld }
        return try field.number(columns[3], in: possibleCounts).map { .published($0) } ?? .withheld
    }
}
