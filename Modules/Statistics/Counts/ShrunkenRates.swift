/// Holds the rates of many areas, drawn toward their common rate as far as chance explains them.
package struct ShrunkenRates: Sendable, Hashable {
    /// The common rate b = Σy/Σn.
    package let commonRate: Double
    /// The variance a between the areas that chance does not explain, at least 0.
    package let variance: Double
    /// The same before it is cut off at 0.
    package let rawVariance: Double
    /// The rate of each area, in the order of the input.
    package let rates: [Double]
}

/// Draws the rates of small areas toward the common one (`eb_marshall`; Marshall 1991).
///
/// b = Σy/Σn, s² = Σn(y/n−b)²/Σn, a = max(0, s² − b/n̄), and each area gets b + a/(a+b/n)·(y/n−b). Without any event all
/// are 0; with a = 0 every area gets b.
///
/// - Parameters:
///   - counts: the events y of each area.
///   - exposures: the exposure n of each, above 0, in the same unit.
/// - Returns: The rates in the order of the areas; nil without areas.
/// - Throws: `StatisticsError` for lists of different lengths, a count outside 0…1e9, or an exposure not above 0.
package func ebMarshall(counts: [Double], exposures: [Double]) throws(StatisticsError) -> ShrunkenRates? {
    try Check.sameLength(counts.count, "the list of counts", exposures.count, "the list of exposures")
    try Check.counts(counts, "the number of events")
    try Check.positive(exposures, "the exposure")
    guard let meanExposure = exposures.mean else { return nil }
    let common = counts.sum / exposures.sum
    let areas = zip(counts, exposures)
    let spread = areas.map { $1 * ($0 / $1 - common) * ($0 / $1 - common) }.sum / exposures.sum
    let raw = spread - common / meanExposure
    let variance = max(0, raw)
    return ShrunkenRates(
        commonRate: common,
        variance: variance,
        rawVariance: raw,
        rates: areas.map { count, exposure in
            guard variance > 0 else { return common }
            return common + variance / (variance + common / exposure) * (count / exposure - common)
        }
    )
}
