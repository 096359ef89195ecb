package import AnalysisDomain
import FigureFiles
import Tabular

/// A table of registered crimes: an export of the police's open-data portal, or one of OData as CSV or JSON.
package struct PoliceFile: Hashable, Sendable {
    /// One row as it was read, with its place.
    package struct Row: Hashable, Sendable {
        /// The type of crime.
        package let crime: CrimeType
        /// The month or year.
        package let period: FigurePeriod
        /// The region's code, or its name, which is no key.
        package let region: String
        /// The count; an empty field and `.` are withheld.
        package let count: RegisteredCount
        let periodField: Field
        let regionField: Field
    }

    /// The columns of the portal, in any order; others beside them are left alone.
    package static let columns = [
        "Soort misdrijf", "Perioden", "Wijken en buurten", "Geregistreerde misdrijven (aantal)",
    ]

    /// The rows in the order of the file.
    package let rows: [Row]
    /// Sentences about what was repaired while reading.
    package let warnings: [String]

    /// Reads a file whose labels agree with the code list.
    package init(parsing bytes: [UInt8], crimes: CrimeTypeList) throws(ImportError) {
        var rows = PoliceRows(crimes)
        var reader: FigureReader
        do { reader = try FigureReader(bytes) } catch { throw ImportError(police: error) }
        try reader.requirePolice()
        do { try reader.read(bytes, isLast: true, into: &rows) } catch { throw ImportError(police: error) }
        warnings = reader.warnings.map(\.text)
        if let failure = rows.failure { throw failure }
        self.rows = rows.rows
    }
}

/// Takes the cells of a table over, until one does not agree with the code list.
private struct PoliceRows: FigureSink {
    private(set) var rows: [PoliceFile.Row] = []
    private(set) var failure: ImportError?
    private let crimes: CrimeTypeList
    private let byLabel: [String: CrimeType]

    init(_ crimes: CrimeTypeList) {
        self.crimes = crimes
        let labels = crimes.types.flatMap { [($0.title, $0), ($0.code.text, $0)] }
        byLabel = Dictionary(labels, uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ cell: FigureCell, of keys: FigureKeys, in row: FigureRow) -> Bool {
        guard failure == nil else { return true }
        do throws(ImportError) {
            rows.append(try police(cell, keys, row))
        } catch {
            failure = error
        }
        return true
    }

    private func police(
        _ cell: FigureCell,
        _ keys: FigureKeys,
        _ row: FigureRow
    ) throws(ImportError) -> PoliceFile.Row {
        let label = keys.crimes[cell.crime].text
        guard let crime = byLabel[label] else {
            throw .unknownLabel(label, listed: listed(label), row.place(of: .crime))
        }
        let period = keys.periods[cell.period]
        guard let months = FigurePeriod(period) else {
            throw .unreadablePeriod(period.title, form: FigurePeriod.policeForms, row.place(of: .period))
        }
        if let count = cell.count, !possibleCounts.contains(count) {
            throw .unreadableNumber("\(count)", column: PoliceFile.columns[3], possibleCounts, row.place(of: .count))
        }
        let region = keys.regions[cell.region].text
        return PoliceFile.Row(
            crime: crime,
            period: months,
            region: region,
            count: cell.count.map { .published($0) } ?? .withheld,
            periodField: Field(text: period.title, place: row.place(of: .period)),
            regionField: Field(text: region, place: row.place(of: .region))
        )
    }

    /// The title that the list gives to the code with which a label begins, or to the total.
    private func listed(_ label: String) -> String? {
        let code = label.prefix { $0 != " " }
        return crimes.types.first { $0.code.text == code || $0.title.hasPrefix(code + " ") }?.title
    }
}

extension FigureReader {
    /// Refuses figures that are not the police's, and tables whose regions are none of the list.
    fileprivate func requirePolice() throws(ImportError) {
        if layout == .odataJSON { return }
        let isListed = head?.title(of: .region).lowercased().hasPrefix("wijken") ?? false
        guard let head, !isListed || ![.portal, .odata].contains(layout) else { return }
        throw .otherTable(found: head.columns, expected: PoliceFile.columns, head.place(of: .region))
    }
}

extension ImportError {
    /// The refusal of a table of registered crimes.
    fileprivate init(police error: FigureFileError) {
        self =
            switch error {
            case .table(let error): .table(error)
            case .noRows(let place): .noRows(place)
            case .unknownColumns(let found, _, let place):
                .otherTable(found: found, expected: PoliceFile.columns, place)
            case .emptyKey(let column, let place): .emptyField(column: column, place)
            case .unreadablePeriod(let text, let place):
                .unreadablePeriod(text, form: FigurePeriod.policeForms, place)
            case .unreadableCount(let text, let place):
                .unreadableNumber(text, column: PoliceFile.columns[3], possibleCounts, place)
            default: .figures(error)
            }
    }
}
