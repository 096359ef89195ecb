/// Holds what a high count would have become without any measure.
package struct RegressionToMean: Sendable, Hashable {
    /// The mean of the areas.
    package let mean: Double
    /// How much of an area's deviation from the mean is its own, from 0 (all chance) to 1.
    package let reliability: Double
    /// The count to expect next.
    package let expectedNext: Double
    /// The fall to expect in per cent; nil when the area's count is 0.
    package let expectedDropPercent: Double?
}

/// Estimates the fall that chance alone brings to an area chosen for its high count (`regression_to_mean`).
///
/// With m the mean and s² the variance (divisor n) of equal-sized areas: a = max(0, s²−m), C = a/(a+m), or 0 when m is 0;
/// expected m + C(k−m) (empirical Bayes; Marshall 1991).
///
/// - Parameters:
///   - counts: the events of areas of the same size.
///   - pick: the chosen area, counted from 0.
/// - Returns: What to expect of the chosen area next.
/// - Throws: `StatisticsError` without areas, for a count outside 0…1e9, or a position that no area has.
package func regressionToMean(counts: [Double], pick: Int) throws(StatisticsError) -> RegressionToMean {
    try Check.atLeast(1, "the list of counts", counts.count)
    try Check.counts(counts, "the number of events")
    try Check.range(Double(pick), "the position of the chosen area", 0, Double(counts.count - 1))
    let n = Double(counts.count)
    let mean = counts.sum / n
    let between = max(0, counts.squaredDeviations / n - mean)
    let reliability = mean > 0 ? between / (between + mean) : 0
    let count = counts[pick]
    let expected = mean + reliability * (count - mean)
    return RegressionToMean(
        mean: mean,
        reliability: reliability,
        expectedNext: expected,
        expectedDropPercent: count > 0 ? 100 * (1 - expected / count) : nil
    )
}
