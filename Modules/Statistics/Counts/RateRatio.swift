/// Holds the ratio of two rates of counted events with its exact interval and tests.
package struct RateRatio: Sendable, Hashable {
    /// The first rate over the second; nil when the second counted nothing.
    package let ratio: Double?
    /// The lower limit; 0 when the first counted nothing.
    package let lower: Double
    /// The upper limit; nil, unbounded, when the second counted nothing.
    package let upper: Double?
    /// The central two-sided p-value, the one to show: it agrees with the interval.
    package let pCentral: Double
    private let count: Double
    private let distribution: BinomialDistribution?

    /// The sum of all chances at most as likely, as R's poisson.test prints it; can contradict the interval.
    ///
    /// Computed when it is asked for.
    package var pMinlike: Double { distribution?.atMostAsLikely(as: count) ?? 1 }

    /// Compares counts of which at least one is above 0.
    fileprivate init(_ first: Double, _ second: Double, share: (Double, Double), factor: Double, conf: Confidence) {
        let all = first + second
        let odds = ClopperPearsonOdds(x: first, n: all, conf: conf)
        let distribution = BinomialDistribution(trials: all, success: share.0, failure: share.1)
        ratio = second > 0 ? first / second * factor : nil
        lower = odds.lower * factor
        upper = odds.upper.map { $0 * factor }
        pCentral = distribution.central(first)
        count = first
        self.distribution = distribution
    }

    /// Nothing was counted, so nothing can be said.
    fileprivate init() {
        (ratio, lower, upper, pCentral) = (nil, 0, nil, 1)
        (count, distribution) = (0, nil)
    }
}

/// Compares two rates exactly (`rate_ratio_exact`; Przyborowski & Wilenski 1940, Clopper & Pearson 1934).
///
/// Given t = x₁+x₂, x₁ is binomial with π = e₁/(e₁+e₂); Clopper-Pearson limits of π become limits of the ratio by
/// π/(1−π)·e₂/e₁. p_central = min(1, 2·min(P(X≥x₁), P(X≤x₁))). When both counted nothing, nothing can be said: no ratio,
/// lower 0, no upper limit, both p 1.
///
/// - Parameters:
///   - x1: the events of the first.
///   - e1: its exposure, above 0, in the same unit as `e2`.
///   - x2: the events of the second.
///   - e2: its exposure, above 0.
///   - conf: the confidence.
/// - Returns: The ratio with its interval and p-values.
/// - Throws: `StatisticsError` for a count outside 0…1e9, or an exposure that is not above 0.
package func rateRatioExact(
    x1: Int,
    e1: Double,
    x2: Int,
    e2: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> RateRatio {
    let (first, second) = try checkedCounts(x1, x2)
    try Check.positive(e1, "the first exposure")
    try Check.positive(e2, "the second exposure")
    guard first + second > 0 else { return RateRatio() }
    let share = (e1 / (e1 + e2), e2 / (e1 + e2))
    return RateRatio(first, second, share: share, factor: e2 / e1, conf: conf)
}

/// Returns two counts of events as numbers, or refuses one of them.
func checkedCounts(_ x1: Int, _ x2: Int) throws(StatisticsError) -> (Double, Double) {
    (try Count.checked(x1, "the first number of events"), try Count.checked(x2, "the second number of events"))
}
