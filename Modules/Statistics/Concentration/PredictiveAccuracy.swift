/// Holds how well chosen cells caught the events that came.
package struct PredictiveAccuracy: Sendable, Hashable {
    /// The share of the events over the share of the area; 1 is no better than chance.
    package let accuracy: Double
    /// The same over that of the densest cells, of which as many are chosen; nil when those caught nothing.
    package let efficiency: Double?
}

/// Judges a choice of cells by the events that came (`pai`; Chainey, Tompson & Uhlig 2008, Hunt 2016).
///
/// (hits/total)/(area/total area), and that over what the densest cells would have reached. Returns nil without events or
/// without a choice.
///
/// - Parameters:
///   - counts: the events of each cell.
///   - areas: the size of each, above 0.
///   - chosen: the cells that were chosen, counted from 0.
/// - Returns: The accuracy and efficiency; nil without events or without a choice.
/// - Throws: `StatisticsError` for lists of different lengths, a negative count, a size that is not above 0, or a
///   cell that is not there.
package func pai(counts: [Double], areas: [Double], chosen: [Int]) throws(StatisticsError) -> PredictiveAccuracy? {
    try Check.sameLength(areas.count, "the list of areas", counts.count, "the list of counts")
    try Check.counts(counts, "the number of events")
    try Check.positive(areas, "the size of a cell")
    for cell in chosen { try Check.range(Double(cell), "the position of a cell", 0, Double(counts.count - 1)) }
    let (events, ground) = (counts.sum, areas.sum)
    guard events > 0, !chosen.isEmpty else { return nil }
    func accuracy(_ cells: [Int]) -> Double {
        (cells.map { counts[$0] }.sum / events) / (cells.map { areas[$0] }.sum / ground)
    }
    let densest = counts.indices.sorted {
        let (one, other) = (counts[$0] / areas[$0], counts[$1] / areas[$1])
        return one == other ? $0 < $1 : one > other
    }
    let found = accuracy(chosen)
    let best = accuracy(Array(densest.prefix(chosen.count)))
    return PredictiveAccuracy(accuracy: found, efficiency: best > 0 ? found / best : nil)
}
