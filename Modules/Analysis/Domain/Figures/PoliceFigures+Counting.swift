import Scheme

extension PoliceFigures {
    /// Counts each relevant type over the window, for the area and for the municipality.
    ///
    /// A type that the delivery lacks altogether is left out. Nothing is summed over types: the total includes types
    /// that are withheld, so it is a figure of its own.
    func counts(
        of types: [CrimeType],
        in regions: [CensusRegion],
        and municipality: CensusRegion,
        over window: MonthWindow
    ) throws(AnalysisRefusal) -> [CrimeCount] {
        let present = Set(cells.map(\.region))
        let others = Set(comparable)
        if let region = comparable.first(where: { regions.contains($0) || $0 == municipality }) {
            throw .ownRegion(region.name)
        }
        guard others.count == comparable.count else { throw .regionsRepeated }
        for region in regions + comparable where !present.contains(region) { throw .regionMissing(region.name) }
        let byType = Dictionary(grouping: cells) { $0.crime }
        var counts: [CrimeCount] = []
        for type in types {
            let cells = byType[type.code] ?? []
            guard cells.contains(where: { regions.contains($0.region) }) else { continue }
            var area = RegisteredCount.published(0)
            for region in regions { area = area + (try Self.sum(cells, of: type, in: region, over: window)) }
            let hasReference = cells.contains { $0.region == municipality }
            let reference = hasReference ? try Self.sum(cells, of: type, in: municipality, over: window) : nil
            counts.append(
                CrimeCount(
                    crime: type.code,
                    area: area,
                    municipality: reference,
                    months: Self.months(of: cells, in: regions, and: hasReference ? municipality : nil, over: window),
                    comparable: comparable.compactMap { region in
                        (try? Self.sum(cells, of: type, in: region, over: window))?.number
                    }
                )
            )
        }
        guard !counts.isEmpty else { throw .nothingRelevant }
        return counts
    }

    /// Counts month by month; none when a figure covers more than a month.
    private static func months(
        of cells: [PoliceCell],
        in regions: [CensusRegion],
        and municipality: CensusRegion?,
        over window: MonthWindow
    ) -> [CrimeMonth] {
        guard cells.allSatisfy({ $0.period.from == $0.period.through }) else { return [] }
        let byMonth = Dictionary(grouping: cells) { $0.period.from }
        return window.months.map { month in
            let own = byMonth[month] ?? []
            func count(_ regions: [CensusRegion]) -> RegisteredCount {
                own.filter { regions.contains($0.region) }.reduce(.published(0)) { $0 + $1.count }
            }
            return CrimeMonth(month: month, area: count(regions), municipality: municipality.map { count([$0]) })
        }
    }

    private static func sum(
        _ cells: [PoliceCell],
        of type: CrimeType,
        in region: CensusRegion,
        over window: MonthWindow
    ) throws(AnalysisRefusal) -> RegisteredCount {
        let own = cells.filter { $0.region == region }
        if let missing = window.months(missingIn: own.map(\.period)).first {
            throw .incomplete(.policeFigures, "\(type.title) in \(region.name)", missing)
        }
        return own.reduce(.published(0)) { $0 + $1.count }
    }
}
