package import AnalysisDomain
package import Scheme
import Tabular

extension PoliceFile {
    /// Takes the figures of an area's regions and of its municipality, each figure once and each month over.
    ///
    /// - Parameters:
    ///   - regions: The regions of the area.
    ///   - municipality: The municipality, as the reference.
    ///   - today: The day of the delivery.
    ///   - selecting: Whether rows of other regions are left out; otherwise they are refused.
    /// - Returns: The figures in the order of the file, at least one.
    /// - Throws: A refusal with the place of the first row that is not as it should be.
    package func cells(
        of regions: [CensusRegion],
        and municipality: CensusRegion,
        today: CalendarDate,
        selecting: Bool
    ) throws(ImportError) -> [PoliceCell] {
        let all = regions + [municipality]
        // A table of OData has codes where the portal has names.
        let byName = Dictionary(grouping: all) { $0.name }.merging(all.map { ($0.code, [$0]) }) { named, _ in named }
        let names = Set(all.map(\.name)).sorted()
        var lines: [Key: Int] = [:]
        var cells: [PoliceCell] = []
        for row in rows {
            guard row.period.through.lastDay < today else {
                throw .future(row.periodField.text, column: Self.columns[1], today: today, row.periodField.place)
            }
            guard let region = try region(of: row, byName) else {
                guard selecting else {
                    throw .otherRegion(row.region, expected: names, row.regionField.place)
                }
                continue
            }
            for ordinal in row.period.ordinals {
                let key = Key(crime: row.crime.code, region: region, month: ordinal)
                if let first = lines.updateValue(row.regionField.line, forKey: key) {
                    let what = "\(row.crime.title) in \(row.region) for \(row.periodField.trimmed)"
                    throw .repeatedFigure(what, firstLine: first, row.periodField.place)
                }
            }
            cells.append(PoliceCell(crime: row.crime.code, region: region, period: row.period, count: row.count))
        }
        guard !cells.isEmpty else { throw .noRegion(names) }
        return cells
    }

    private struct Key: Hashable {
        let crime: CrimeCode
        let region: CensusRegion
        let month: Int
    }

    private func region(of row: Row, _ byName: [String: [CensusRegion]]) throws(ImportError) -> CensusRegion? {
        let named = byName[row.region] ?? []
        guard named.count < 2 else {
            throw .ambiguousRegion(row.region, codes: named.map(\.code), row.regionField.place)
        }
        return named.first
    }
}
