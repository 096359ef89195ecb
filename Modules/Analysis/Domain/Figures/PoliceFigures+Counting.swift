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
        for region in regions where !present.contains(region) { throw .regionMissing(region.name) }
        let byType = Dictionary(grouping: cells) { $0.crime }
        var counts: [CrimeCount] = []
        for type in types {
            let cells = byType[type.code] ?? []
            guard cells.contains(where: { regions.contains($0.region) }) else { continue }
            var area = RegisteredCount.published(0)
            for region in regions { area = area + (try Self.sum(cells, of: type, in: region, over: window)) }
            let hasReference = cells.contains { $0.region == municipality }
            let reference = hasReference ? try Self.sum(cells, of: type, in: municipality, over: window) : nil
            counts.append(CrimeCount(crime: type.code, area: area, municipality: reference))
        }
        guard !counts.isEmpty else { throw .nothingRelevant }
        return counts
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
