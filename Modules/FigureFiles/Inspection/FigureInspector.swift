/// Counts what a file of figures holds while it is read.
package struct FigureInspector: FigureSink {
    private let isIncidents: Bool
    private var cells = CellTable()
    private var rows = 0
    private var withheld = 0
    private var sum = 0
    /// By type: how many counts it has, and how many of them are withheld.
    private var counts: [(all: Int, withheld: Int)] = []

    init(of layout: FigureLayout) { isIncidents = layout == .fireIncidents }

    package mutating func take(_ cell: FigureCell, of keys: FigureKeys, in row: FigureRow) -> Bool {
        rows += 1
        while counts.count <= cell.crime { counts.append((0, 0)) }
        counts[cell.crime].all += 1
        if let count = cell.count {
            sum += count
        } else {
            withheld += 1
            counts[cell.crime].withheld += 1
        }
        guard !isIncidents, cell.crime < CellTable.crimeLimit else { return true }
        let place = FigureTally.place(of: keys.periods[cell.period])
        let count = cell.count ?? CellScanner.withheld
        return cells.add(
            region: cell.region,
            crime: cell.crime,
            yearIndex: place >> 4,
            month: place & 15,
            count: count
        )
    }

    /// Inspects a file that is handed over in pieces.
    ///
    /// - Parameter next: Gives the next piece, at least one byte of it, and `nil` at the end.
    /// - Returns: What the file holds.
    /// - Throws: A `FigureFileError` with the place, or what `next` throws.
    package static func inspect(_ next: () throws -> [UInt8]?) throws -> FigureInspection {
        var start: [UInt8] = []
        var rest = try next()
        while let piece = rest, start.count < TableHead.enough {
            start += piece
            rest = try next()
        }
        var reader = try FigureReader(start)
        var inspector = FigureInspector(of: reader.layout)
        var chunk = start
        while let piece = rest {
            try reader.read(chunk, isLast: false, into: &inspector)
            chunk = piece
            rest = try next()
        }
        try reader.read(chunk, isLast: true, into: &inspector)
        return inspector.inspection(reader)
    }

    /// Inspects a file that is at hand.
    package static func inspect(_ bytes: [UInt8]) throws(FigureFileError) -> FigureInspection {
        var reader = try FigureReader(bytes)
        var inspector = FigureInspector(of: reader.layout)
        try reader.read(bytes, isLast: true, into: &inspector)
        return inspector.inspection(reader)
    }

    private func inspection(_ reader: FigureReader) -> FigureInspection {
        let keys = reader.keys
        let withheldTypes = keys.crimes.indices.filter { counts[$0].all > 0 && counts[$0].all == counts[$0].withheld }
            .map { keys.crimes[$0] }.sorted(by: TableCrime.precedes).map(\.key)
        let other = reader.head.map { head in
            head.columns.filter {
                TableColumn(header: $0) == nil && FireColumn(header: $0) == nil && TablePeriod($0) == nil
                    && !(reader.layout == .fireCounts && $0.lowercased() == "categorie")
            }
        }
        return FigureInspection(
            layout: reader.layout,
            rows: rows,
            regions: keys.regions.count { !$0.text.isEmpty },
            crimeTypes: keys.crimes.count,
            periods: Self.periods(keys.periods),
            withheld: withheld,
            sum: sum,
            warnings: reader.warnings.map(\.text) + remarks(keys),
            levels: Self.levels(keys.regions),
            withheldTypes: withheldTypes,
            otherColumns: other ?? []
        )
    }

    private static func periods(_ periods: [TablePeriod]) -> FigureInspection.Periods {
        let months = periods.filter { !$0.isYear }
        let shown = months.isEmpty ? periods : months
        return FigureInspection.Periods(
            first: shown.min()?.description ?? "",
            last: shown.max()?.description ?? "",
            count: periods.count,
            months: months.count,
            years: periods.count - months.count
        )
    }

    private static func levels(_ regions: [TableRegion]) -> [FigureInspection.Level] {
        let coded = TableRegion.Level.allCases.map { level in (level.rawValue, regions.count { $0.level == level }) }
        let named = ("name", regions.count { $0.level == nil && !$0.text.isEmpty })
        return (coded + [named]).filter { $0.1 > 0 }.map { FigureInspection.Level(level: $0.0, regions: $0.1) }
    }

    /// What is to be kept in mind.
    private func remarks(_ keys: FigureKeys) -> [String] {
        guard !isIncidents else { return [] }
        var remarks: [String] = []
        let full = keys.crimes.count * keys.regions.count * keys.periods.count
        if rows < full {
            remarks.append(
                "the table is not complete: \(keys.crimes.count) types, \(max(1, keys.regions.count)) regions and "
                    + "\(keys.periods.count) periods make \(full) counts, \(full - rows) of them are missing."
            )
        }
        let levels = Set(keys.regions.compactMap(\.level))
        if levels.count > 1 {
            remarks.append("regions of \(levels.count) levels stand in one column; never add them up.")
        }
        if Set(keys.periods.map(\.isYear)).count > 1 {
            remarks.append("months and whole years stand in one column; never add them up.")
        }
        let unknown = keys.regions.filter(\.isUnknown).map(\.text).sorted()
        if !unknown.isEmpty {
            remarks.append("\(unknown.joined(separator: ", ")) stand for unknown places and belong to no area.")
        }
        return remarks
    }
}
