/// Returns the largest later count that would be a demonstrable fall from an earlier one, or nil when not even 0 is.
///
/// The largest k₂ for which the central p of `rateRatioExact` lies under `alpha`; from 20 to 8 over equal exposure. To
/// be shown before a goal is set; with more variation than Poisson's the real limit lies lower still.
///
/// - Parameters:
///   - k1: the earlier count.
///   - e1: its exposure, above 0.
///   - e2: the planned exposure, above 0, in the same unit.
///   - alpha: the two-sided level, between 0 and 1.
/// - Returns: The largest later count that is a demonstrable fall; nil when not even 0 is.
/// - Throws: `StatisticsError` for a count outside 0…1e9, an exposure that is not above 0, or a level outside 0…1.
package func minimumDetectableChange(
    before k1: Int,
    exposure e1: Double = 1,
    planned e2: Double = 1,
    alpha: Double = 0.05
) throws(StatisticsError) -> Int? {
    let before = try Count.checked(k1, "the earlier number of events")
    try Check.positive(e1, "the earlier exposure")
    try Check.positive(e2, "the planned exposure")
    try Check.range(alpha, "the level of the test", 0, 1)
    let (success, failure) = (e2 / (e1 + e2), e1 / (e1 + e2))
    // The chance of so few or fewer rises with the count, so the first one that is too likely ends the search.
    let expected = (before * e2 / e1).rounded(.up)
    let first = Search.first(from: 0, to: expected + 1) { after in
        let distribution = BinomialDistribution(trials: before + after, success: success, failure: failure)
        return min(1, 2 * distribution.atMost(after)) >= alpha
    }
    return first > 0 ? Int(first) - 1 : nil
}
