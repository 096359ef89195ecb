/// Holds the p-values of two tests of equal rates that share the name E-test.
package struct ETest: Sendable, Hashable {
    /// The original one (Krishnamoorthy & Thomson 2004).
    package let pWald: Double
    /// The one with the pooled variance, which some programs give under the same name.
    package let pScore: Double
}

/// Tests whether two rates are equal, less cautiously than `rateRatioExact` (`etest`; Krishnamoorthy & Thomson 2004).
///
/// With λ = (k₁+k₂)/(n₁+n₂), the chance under Poisson(n₁λ) and Poisson(n₂λ) of a T at least as large as observed, with a
/// relative slack of 1e-12. Wald: T = |k₁/n₁−k₂/n₂|/√(k₁/n₁²+k₂/n₂²); score: T = |k₁/n₁−k₂/n₂|/√(pooled·(1/n₁+1/n₂)). T is
/// 0 where the variance is 0. Both counts 0: both p are 1. A second opinion only.
///
/// - Parameters:
///   - k1: the events of the first.
///   - n1: its exposure, above 0, in the same unit as `n2`.
///   - k2: the events of the second.
///   - n2: its exposure, above 0.
/// - Returns: The p-values of both forms.
/// - Throws: `StatisticsError` for a count outside 0…1e9, or an exposure that is not above 0.
package func eTest(k1: Int, n1: Double, k2: Int, n2: Double) throws(StatisticsError) -> ETest {
    let (first, second) = try checkedCounts(k1, k2)
    try Check.positive(n1, "the first exposure")
    try Check.positive(n2, "the second exposure")
    guard first + second > 0 else { return ETest(pWald: 1, pScore: 1) }
    let rate = (first + second) / (n1 + n2)
    let rows = PoissonWindow(mean: n1 * rate)
    let columns = PoissonWindow(mean: n2 * rate)
    func pValue(_ variance: (Double, Double) -> Double) -> Double {
        func statistic(_ i: Double, _ j: Double) -> Double {
            let variance = variance(i, j)
            return variance > 0 ? abs(i / n1 - j / n2) / variance.squareRoot() : 0
        }
        let limit = statistic(first, second) * (1 - 1e-12)
        guard limit > 0 else { return 1 }
        var sum = 0.0
        for (offset, weight) in rows.masses.enumerated() {
            let i = rows.first + Double(offset)
            // For one i the statistic falls up to the j of the same rate and rises from there.
            let equal = min(max((i / n1 * n2).rounded(.down), columns.first - 1), columns.last)
            let low = Search.first(from: columns.first, to: equal + 1) { $0 > equal || statistic(i, $0) < limit }
            let high = Search.first(from: equal + 1, to: columns.last + 1) {
                $0 > columns.last || statistic(i, $0) >= limit
            }
            sum += weight * (columns.below(low) + columns.from(high))
        }
        return min(1, sum)
    }
    return ETest(
        pWald: pValue { $0 / (n1 * n1) + $1 / (n2 * n2) },
        pScore: pValue { ($0 + $1) / (n1 + n2) * (1 / n1 + 1 / n2) }
    )
}

/// The part of a Poisson distribution that is not negligible, with its sums from either side.
private struct PoissonWindow {
    let first: Double
    let masses: [Double]
    private let sumsBelow: [Double]
    private let sumsFrom: [Double]

    var last: Double { first + Double(masses.count - 1) }

    init(mean: Double) {
        let distribution = PoissonDistribution(mean: mean)
        let spread = 25 * mean.squareRoot() + 40
        let first = max(0, (mean - spread).rounded(.down))
        let masses = (0...Int(mean + spread - first)).map { distribution.mass(first + Double($0)) }
        self.first = first
        self.masses = masses
        sumsBelow = masses.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        sumsFrom = Array(masses.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }.reversed())
    }

    /// The chance of fewer than k.
    func below(_ k: Double) -> Double { sumsBelow[Int(k - first)] }

    /// The chance of k or more.
    func from(_ k: Double) -> Double { sumsFrom[Int(k - first)] }
}
