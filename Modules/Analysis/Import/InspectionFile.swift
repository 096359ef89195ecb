package import AnalysisDomain
import Geography
package import Scheme
import Tabular

/// Reads the findings of inspection rounds, as a table or as GeoJSON; a round is all findings of one kind on one day.
package enum InspectionFile {
    /// The columns that a table must have.
    package static let columns = ["ronde", "datum", "categorie", "ernst", "omschrijving", "eigenaar"]
    /// The columns that it may have; GeoJSON has the same names for its properties.
    package static let optionalColumns = [
        "plaats", "rd_x", "rd_y", "lon", "lat", "termijn", "opgelost_op", "begin", "einde", "deelnemers", "checklist",
        "punt", "foto", "objectnummer", "meldingsnummer",
    ]
    /// What an export adds; passed over, for it follows from the rest.
    package static let derivedColumns = ["bevinding", "meting", "status", "uiterlijk", "dagen_open", "dagen_te_laat"]

    /// Reads all rounds in the order of their first findings, or refuses the file as a whole.
    ///
    /// - Parameters:
    ///   - bytes: A CSV file, or GeoJSON when it begins with a brace.
    ///   - codes: The words by which findings are classified.
    ///   - window: The days on which a round counts.
    ///   - guide: The checklists in which points are looked up.
    ///   - kind: The kind of area that was walked; without it a point is looked up only in a checklist that is named.
    /// - Returns: The rounds.
    /// - Throws: The first fault; in a table with its place, in GeoJSON with the number of the feature.
    package static func read(
        _ bytes: [UInt8],
        codes: FindingCodes,
        window: InspectionWindow,
        guide: InspectionGuide = InspectionGuide(),
        kind: AreaKind? = nil
    ) throws(ImportError) -> [DeliveredInspection] {
        var rounds: [RoundDraft] = []
        for row in FindingFeatures.isJSON(bytes) ? try features(bytes) : try table(bytes) {
            try row.reading { row throws(ImportError) in
                let cells = FindingCells(row: row, window: window, codes: codes, guide: guide, area: kind)
                let (kind, on) = (try cells.kind, try cells.day)
                let known = rounds.firstIndex { $0.round.kind == kind && $0.round.on == on }
                var draft = known.map { rounds[$0] } ?? RoundDraft(DeliveredInspection(kind: kind, on: on))
                try draft.add(cells)
                if let known { rounds[known] = draft } else { rounds.append(draft) }
            }
        }
        var read: [DeliveredInspection] = []
        for draft in rounds { read.append(try draft.finished()) }
        return read
    }

    private static func features(_ bytes: [UInt8]) throws(ImportError) -> [FindingRow] {
        try FindingFeatures.rows(bytes, known: columns + optionalColumns + derivedColumns)
    }

    private static func table(_ bytes: [UInt8]) throws(ImportError) -> [FindingRow] {
        let table: Table
        let map: ColumnMap
        do throws(TabularError) {
            table = try Table(parsing: bytes)
        } catch {
            throw .table(error)
        }
        let all = columns + optionalColumns + derivedColumns
        if let stranger = table.headerRow.fields.first(where: { !all.contains($0.text) }) {
            throw .unknownColumn(stranger.text, known: columns + optionalColumns, stranger.place)
        }
        let present = columns + (optionalColumns + derivedColumns).filter(table.header.contains)
        do throws(TabularError) {
            map = try table.requireColumns(present)
        } catch {
            throw .table(error)
        }
        guard !table.rows.isEmpty else { throw .noRows(table.headerRow.fields[0].place) }
        return table.rows.map { row in
            let fields = present.map { ($0, map.field($0, of: row)) }
            let place = row.fields.first?.place ?? Place(line: row.line, column: 1, field: 1)
            return FindingRow(fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }), place: place)
        }
    }
}
