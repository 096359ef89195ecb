/// Holds what is known of a rate after prior knowledge and counted events.
package struct PosteriorRate: Sendable, Hashable {
    /// The posterior mean.
    package let mean: Double
    /// The equal-tailed interval; nil when nothing at all was known or counted (shape 0).
    package let interval: Interval?
    /// The probability that the rate lies above the reference; nil where the interval is.
    package let pAbove: Double?
}

/// Updates a Gamma prior of a rate with a count (`gamma_poisson`; Clayton & Kaldor 1987).
///
/// The posterior is Gamma with shape a+k and rate b+e; `pAbove` is P(rate > reference).
///
/// - Parameters:
///   - k: the events.
///   - e: the exposure, 0 or more.
///   - a: the prior's shape, 0 or more: as if that many events had been seen.
///   - b: the prior's rate, 0 or more: as if in that much exposure. b + e must lie above 0.
///   - reference: the rate to compare with.
///   - conf: the probability within the interval.
/// - Returns: The posterior mean, its interval and the chance of lying above the reference.
/// - Throws: `StatisticsError` for a negative input, or when both exposures are 0.
package func gammaPoisson(
    count k: Double,
    exposure e: Double,
    shape a: Double,
    rate b: Double,
    reference: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> PosteriorRate {
    try Check.count(k, "the number of events")
    try Check.count(a, "the prior number of events")
    try Check.range(e, "the exposure", 0, .greatestFiniteMagnitude)
    try Check.range(b, "the prior exposure", 0, .greatestFiniteMagnitude)
    let scale = try Check.positive(b + e, "the sum of both exposures")
    try Check.finite([reference], "the reference rate")
    guard a + k > 0 else { return PosteriorRate(mean: 0, interval: nil, pAbove: nil) }
    let gamma = Gamma(shape: a + k)
    return PosteriorRate(
        mean: (a + k) / scale,
        interval: Interval(
            lower: gamma.quantile(lowerTail: conf.tail) / scale,
            upper: gamma.quantile(upperTail: conf.tail) / scale
        ),
        pAbove: gamma.upperTail(reference * scale)
    )
}
