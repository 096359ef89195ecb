/// Holds the control limits of a series of rates.
package struct ControlChart: Sendable, Hashable {
    /// The common rate ū.
    package let centre: Double
    /// The lower limit of each period, at least 0.
    package let lower: [Double]
    /// The upper limit of each period.
    package let upper: [Double]
    /// The periods, counted from 0, whose rate lies outside their limits.
    package let signals: [Int]
}

/// Returns the u-chart of counts over exposures (`u_chart`; Shewhart 1931).
///
/// ū = Σc/Σn and ū ± 3√(ū/nᵢ), the lower limit at least 0. With fewer than 5 expected events a period, use longer periods
/// or `funnelPoisson`.
///
/// - Parameters:
///   - counts: the events c of each period.
///   - exposures: the exposure n of each, above 0.
/// - Returns: The chart; nil without periods.
/// - Throws: `StatisticsError` for lists of different lengths, a negative count, or an exposure that is not above 0.
package func uChart(counts: [Double], exposures: [Double]) throws(StatisticsError) -> ControlChart? {
    try Check.sameLength(counts.count, "the list of counts", exposures.count, "the list of exposures")
    try Check.counts(counts, "the number of events")
    try Check.positive(exposures, "the exposure")
    guard !counts.isEmpty else { return nil }
    let centre = counts.sum / exposures.sum
    let lower = exposures.map { max(0, centre - 3 * (centre / $0).squareRoot()) }
    let upper = exposures.map { centre + 3 * (centre / $0).squareRoot() }
    return ControlChart(
        centre: centre,
        lower: lower,
        upper: upper,
        signals: counts.indices.filter {
            let rate = counts[$0] / exposures[$0]
            return rate > upper[$0] || rate < lower[$0]
        }
    )
}
