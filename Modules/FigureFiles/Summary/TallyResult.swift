/// The counts of a file or a part of it by region, type and year.
package struct TallyResult: Sendable {
    /// The values by their numbers in the cells, without the blanks that pad them; one may occur twice.
    let crimes: [String]
    let regions: [String]
    let cells: CellTable
    let rows: Int
}

/// Adds up a file that ``FigureReader`` reads.
package struct CarefulTally: FigureSink {
    private var cells = CellTable()
    private var rows = 0

    /// Begins with nothing.
    package init() {}

    package mutating func take(_ cell: FigureCell, of keys: FigureKeys, in row: FigureRow) -> Bool {
        rows += 1
        let place = FigureTally.place(of: keys.periods[cell.period])
        // A table of more types than this is refused by the reader, or is no table of crimes.
        guard cell.crime < CellTable.crimeLimit else { return false }
        return cells.add(
            region: cell.region,
            crime: cell.crime,
            yearIndex: place >> 4,
            month: place & 15,
            count: cell.count ?? CellScanner.withheld
        )
    }

    /// What was added up, with the keys of the reader.
    package func result(_ keys: FigureKeys) -> TallyResult {
        TallyResult(crimes: keys.crimes.map(\.text), regions: keys.regions.map(\.text), cells: cells, rows: rows)
    }
}
