/// Estimates a share with the exact interval of the binomial (`prop_clopper_pearson`; Clopper & Pearson 1934).
///
/// BetaInv(α/2; x, n−x+1) and BetaInv(1−α/2; x+1, n−x); exactly 0 at x = 0 and exactly 1 at x = n. Covers at least
/// as often as the confidence says, and so is wider than Wilson's: only for a demand of "at least 95 %". Returns nil
/// when n is 0.
package func propClopperPearson(
    x: Int,
    n: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkAnswers(x: x, n: n)
    guard n > 0 else { return nil }
    let odds = ClopperPearsonOdds(x: Double(x), n: Double(n), conf: conf)
    let upper = odds.upper.map { $0 / (1 + $0) } ?? 1
    return Proportion(
        p: Double(x) / Double(n),
        interval: Interval(lower: odds.lower / (1 + odds.lower), upper: upper),
        effectiveSample: Double(n)
    )
}

/// The exact limits of a binomial share as odds π/(1−π), which a ratio of two rates needs without loss near 1.
struct ClopperPearsonOdds: Sendable {
    /// The lower limit, 0 at x = 0.
    let lower: Double
    /// The upper limit; nil, unbounded, at x = n.
    let upper: Double?

    init(x: Double, n: Double, conf: Confidence) {
        lower = x > 0 ? Beta(x, n - x + 1).odds(lowerTail: conf.tail) : 0
        upper = x < n ? Beta(x + 1, n - x).odds(upperTail: conf.tail) : nil
    }
}
