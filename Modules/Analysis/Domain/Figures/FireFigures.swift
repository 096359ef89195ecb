import Scheme

/// A delivery of the fire brigade, read and not yet judged.
package struct FireFigures: Hashable, Sendable {
    /// The figures; each category and month at most once.
    package let cells: [FireCell]
    /// The source, as it must be named.
    package let source: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String

    /// Makes the value.
    package init(cells: [FireCell], source: String, digest: String) {
        (self.cells, self.source, self.digest) = (cells, source, digest)
    }

    /// Counts each category over the window; categories are never added up, since most alarms are false.
    func counts(of categories: [FireCategory], over window: MonthWindow) throws(AnalysisRefusal) -> [FireCount] {
        let byCategory = Dictionary(grouping: cells) { $0.category }
        var counts: [FireCount] = []
        for category in categories {
            guard let own = byCategory[category.code] else { continue }
            if let missing = window.months(missingIn: own.map { FigurePeriod(month: $0.month) }).first {
                throw .incomplete(.fireFigures, category.name, missing)
            }
            counts.append(FireCount(category: category.code, count: own.map(\.count).reduce(0, +)))
        }
        return counts
    }
}
