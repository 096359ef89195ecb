/// The counts of a table by area, type and year, with what the statistics of a group need.
///
/// Areas are the regions of one level; the total of all types is not among the types; where a table has months, its
/// roll-ups of whole years are left out. Withheld months count in no sum and in no exposure.
package struct FigureSummary: Sendable {
    /// One group.
    struct Group: Sendable, Hashable {
        let area: Int32
        let crime: Int32
        let year: Int32
        let months: Int32
        let count: Int
    }

    /// The areas, in order.
    package let areas: [TableRegion]
    /// The types, in order of their codes.
    package let crimes: [TableCrime]
    /// The level of the areas; `nil` where they have names only.
    package let level: TableRegion.Level?
    /// Whether the groups are sums of months; otherwise they are the table's own years.
    package let countsMonths: Bool
    /// The groups with at least one count, by area, type and year.
    let groups: [Group]
    /// The number of rows that were read.
    package let rows: Int

    /// The number of groups.
    package var groupCount: Int { groups.count }
    /// The sum of the counts of all groups.
    package let sum: Int

    /// Puts the tallies of a file's parts together; `nil` if two of them hold the same cell.
    ///
    /// - Parameters:
    ///   - tallies: The parts.
    ///   - level: The level of the areas; the finest of the file if it is `nil`.
    package init?(merging tallies: [TallyResult], level: TableRegion.Level? = nil) {
        let regions = Set(tallies.flatMap(\.regions)).map(TableRegion.init)
        let wanted = level ?? regions.compactMap(\.level).max()
        let areas = regions.filter { $0.level == wanted && !$0.isUnknown }.sorted { $0.text < $1.text }
        let crimes = Set(tallies.flatMap(\.crimes)).map(TableCrime.init).filter { !$0.isTotal }
            .sorted(by: TableCrime.precedes)
        let areaNumbers = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1.text, $0) })
        let crimeNumbers = Dictionary(uniqueKeysWithValues: crimes.enumerated().map { ($1.text, $0) })
        let span = Self.years(of: tallies)
        let years = span.count
        var table: [CellTable.Year] = []
        var yearTable: [CellTable.Year] = []
        let size = areas.count * crimes.count * years
        var clash = false
        for tally in tallies {
            let area = tally.regions.map { areaNumbers[$0] ?? -1 }
            let crime = tally.crimes.map { crimeNumbers[$0] ?? -1 }
            tally.cells.forEach { region, type, index, year in
                guard area[region] >= 0, crime[type] >= 0 else { return }
                let key =
                    (area[region] * crimes.count + crime[type]) * years + index % TablePeriod.years.count
                    - span.lowerBound
                if index < TablePeriod.years.count {
                    if table.isEmpty { table = Array(repeating: .init(word: 0), count: size) }
                    if let both = table[key] + year { table[key] = both } else { clash = true }
                } else {
                    if yearTable.isEmpty { yearTable = Array(repeating: .init(word: 0), count: size) }
                    if let both = yearTable[key] + year { yearTable[key] = both } else { clash = true }
                }
            }
        }
        guard !clash else { return nil }
        countsMonths = !table.isEmpty
        if table.isEmpty { table = yearTable }
        var groups: [Group] = []
        var sum = 0
        groups.reserveCapacity(table.count { $0.observed > 0 })
        for key in table.indices where table[key].observed > 0 {
            let pair = key / years
            let count = table[key].sum
            sum += count
            groups.append(
                Group(
                    area: Int32(pair / crimes.count),
                    crime: Int32(pair % crimes.count),
                    year: Int32(TablePeriod.years.lowerBound + span.lowerBound + key % years),
                    months: countsMonths ? Int32(table[key].observed) : 12,
                    count: count
                )
            )
        }
        (self.areas, self.crimes, self.level, self.groups, self.sum) = (areas, crimes, wanted, groups, sum)
        rows = tallies.reduce(0) { $0 + $1.rows }
    }

    /// The years that occur, counted from the first possible one.
    private static func years(of tallies: [TallyResult]) -> Range<Int> {
        var (first, last) = (TablePeriod.years.count, -1)
        for tally in tallies {
            tally.cells.forEach { _, _, index, _ in
                first = min(first, index % TablePeriod.years.count)
                last = max(last, index % TablePeriod.years.count)
            }
        }
        return last < first ? 0..<0 : first..<(last + 1)
    }
}
