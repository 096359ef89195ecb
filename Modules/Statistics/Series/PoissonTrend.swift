/// Fits a constant change per period to counts (`poisson_trend`).
///
/// A quasi-Poisson model y ~ 1 + t with t = 0, 1, … and offset ln(exposure); coefficients [1, t], the effect being that
/// of one period. With fewer than five periods the picture alone is to be shown. Fewer than two, or counts that no
/// finite trend fits best, such as events in the first period only, are refused.
///
/// - Parameters:
///   - counts: the events of each period, in order.
///   - exposures: the exposure of each, above 0; nil when all are equal.
/// - Returns: The model, its effect being that of one period.
/// - Throws: `StatisticsError` for fewer than two counts, a negative one, or counts that no finite trend fits best.
package func poissonTrend(counts: [Double], exposures: [Double]? = nil) throws(StatisticsError) -> RateModel {
    try Check.atLeast(2, "the list of counts", counts.count)
    try Check.counts(counts, "the number of events")
    let exposures = try checkedExposures(exposures, for: counts)
    let fit = try QuasiPoissonFit(
        "the trend",
        counts: counts,
        columns: [counts.map { _ in 1 }, counts.indices.map(Double.init)],
        exposures: exposures
    )
    return RateModel(fit, effect: 1)
}

/// Returns the exposures, 1 each when none are given, or refuses them.
func checkedExposures(_ exposures: [Double]?, for counts: [Double]) throws(StatisticsError) -> [Double] {
    guard let exposures else { return counts.map { _ in 1 } }
    try Check.sameLength(exposures.count, "the list of exposures", counts.count, "the list of counts")
    try Check.positive(exposures, "the exposure")
    return exposures
}
