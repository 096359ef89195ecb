/// Holds an observed number of events over an expected one, with its exact interval and test.
package struct StandardisedRatio: Sendable, Hashable {
    /// Observed over expected.
    package let ratio: Double
    /// The limits of the ratio.
    package let interval: Interval
    /// The central two-sided p-value.
    package let pValue: Double
}

/// Compares a count with what a reference rate would give (`smr`; Garwood 1936).
///
/// O/E with Garwood's limits of O divided by E; p = min(1, 2·min(P(X≥O), P(X≤O))) with X Poisson of mean E. E is the
/// reference rate times the exposure, the reference being the rest of the municipality without the area itself. Returns
/// nil when E is 0.
package func smr(
    observed: Int,
    expected: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> StandardisedRatio? {
    let count = try Count.checked(observed, "the observed number of events")
    try Check.count(expected, "the expected number of events")
    guard expected > 0 else { return nil }
    let interval = try garwoodInterval(count: count, conf: conf)
    let distribution = PoissonDistribution(mean: expected)
    return StandardisedRatio(
        ratio: count / expected,
        interval: Interval(lower: interval.lower / expected, upper: interval.upper / expected),
        pValue: min(1, 2 * min(distribution.atLeast(count), distribution.atMost(count)))
    )
}
