/// Holds the test of whether one group's marks tend to be higher than another's.
package struct MannWhitneyTest: Sendable, Hashable {
    /// How the p-value was found.
    package enum Method: String, Sendable, Hashable {
        /// Counted over all orders.
        case exact
        /// By the normal distribution, corrected for ties and continuity.
        case asymptotic
    }

    /// The number of pairs in which the first group's mark is the higher, a tie counting half.
    package let u1: Double
    /// The two-sided p-value.
    package let pValue: Double
    /// How the p-value was found.
    package let method: Method
    /// The chance that a mark of the first group is the higher, a tie counting half.
    package let superiority: Double

    /// Cliff's delta, from −1 to 1: the same chance less that of the opposite.
    package var cliffDelta: Double { 2 * superiority - 1 }
}

/// Compares two groups of marks by their order (`mann_whitney`; Mann & Whitney 1947, Cliff 1993).
///
/// U₁ = R₁ − n₁(n₁+1)/2 with mid-ranks. Without ties and with n₁·n₂ ≤ 400 the p-value is exact: min(1, 2·P(U ≥ max(U₁,
/// U₂))). Otherwise it is that of z = (max(U₁, U₂) − n₁n₂/2 − ½)/σ with σ² = n₁n₂/12·((n+1) − Σ(t³−t)/(n(n−1))). When
/// all marks are equal p is 1. Returns nil when a group is empty.
package func mannWhitney(_ x: [Double], _ y: [Double]) throws(StatisticsError) -> MannWhitneyTest? {
    try Check.finite(x, "the mark")
    try Check.finite(y, "the mark")
    guard !x.isEmpty, !y.isEmpty else { return nil }
    let (n1, n2) = (Double(x.count), Double(y.count))
    let ranking = MidRanks(x, y)
    let u1 = ranking.sumOfFirst - n1 * (n1 + 1) / 2
    let larger = max(u1, n1 * n2 - u1)
    let isExact = !ranking.hasTies && n1 * n2 <= 400
    return MannWhitneyTest(
        u1: u1,
        pValue: isExact
            ? exactTail(of: Int(larger), x.count, y.count) : normalTail(of: larger, n1, n2, ranking.tieCorrection),
        method: isExact ? .exact : .asymptotic,
        superiority: u1 / (n1 * n2)
    )
}

/// 2·P(U ≥ u) over all equally likely orders of n1 and n2 marks, at most 1.
private func exactTail(of u: Int, _ n1: Int, _ n2: Int) -> Double {
    // ways[k][v]: orders of k first marks among the second marks so far with U = v; each row reads the former ones.
    var ways = (0...n1).map { _ in [Double](repeating: 0, count: n1 * n2 + 1) }
    for k in 0...n1 { ways[k][0] = 1 }
    for second in 1...n2 {
        for k in 1...n1 {
            for v in second..<(n1 * n2 + 1) { ways[k][v] += ways[k - 1][v - second] }
        }
    }
    let all = ways[n1].sum
    return min(1, 2 * ways[n1][u...].reduce(0, +) / all)
}

private func normalTail(of u: Double, _ n1: Double, _ n2: Double, _ tieCorrection: Double) -> Double {
    let n = n1 + n2
    let variance = n1 * n2 / 12 * ((n + 1) - tieCorrection / (n * (n - 1)))
    guard variance > 0 else { return 1 }
    let z = (u - n1 * n2 / 2 - 0.5) / variance.squareRoot()
    return min(1, 2 * NormalDistribution.upperTail(z))
}
