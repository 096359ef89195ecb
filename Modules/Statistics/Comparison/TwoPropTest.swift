/// Holds a test statistic that is standard normal when nothing differs, with its two-sided p-value.
package struct ZTest: Sendable, Hashable {
    /// The statistic; positive when the first is the higher.
    package let z: Double
    /// The probability of a statistic at least as far from 0.
    package let pValue: Double
}

/// Tests whether two shares of different respondents differ (`two_prop_test`; Pearson 1900).
///
/// z = (p₁−p₂)/√(p̄q̄(1/n₁+1/n₂)) with the pooled share p̄, two-sided, without continuity correction. When everybody or
/// nobody said yes z is 0 and p is 1. Use `fisherExact` when an expected count lies under 5. Returns nil when one of the
/// two has no answers.
package func twoPropTest(x1: Double, n1: Double, x2: Double, n2: Double) throws(StatisticsError) -> ZTest? {
    try checkWeightedAnswers(x: x1, n: n1)
    try checkWeightedAnswers(x: x2, n: n2)
    guard n1 > 0, n2 > 0 else { return nil }
    let pooled = (x1 + x2) / (n1 + n2)
    guard pooled > 0, pooled < 1 else { return ZTest(z: 0, pValue: 1) }
    let z = (x1 / n1 - x2 / n2) / (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
    return ZTest(z: z, pValue: NormalDistribution.bothTails(z))
}
