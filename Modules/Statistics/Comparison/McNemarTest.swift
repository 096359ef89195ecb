/// Holds the tests of whether the same respondents changed their answer more one way than the other.
package struct McNemarTest: Sendable, Hashable {
    /// A chi-square statistic with one degree of freedom, and its upper tail.
    package struct ChiSquare: Sendable, Hashable {
        /// The statistic.
        package let statistic: Double
        /// P(χ² > statistic).
        package let pValue: Double
    }

    /// The exact two-sided p-value.
    package let pExact: Double
    /// The mid-p-value, the one to show (Fagerland 2013).
    package let pMid: Double
    /// Without continuity correction; nil when nobody changed.
    package let chiSquare: ChiSquare?
    /// With continuity correction; nil when nobody changed.
    package let corrected: ChiSquare?
}

/// Tests paired shares (`mcnemar`; McNemar 1947, mid-p of Fagerland 2013).
///
/// With b and c the changes either way, n = b+c and m = min(b, c): exact p = min(1, 2·BinomCDF(m; n, ½)); mid-p =
/// 2·CDF(m) − Pmf(m), at most 1; χ² = (b−c)²/n; corrected max(0, |b−c|−1)²/n. When nobody changed both p are 1.
package func mcNemar(_ table: PairedTable) throws(StatisticsError) -> McNemarTest {
    try table.checked()
    let (b, c) = (Double(table.yesNo), Double(table.noYes))
    let n = b + c
    guard n > 0 else { return McNemarTest(pExact: 1, pMid: 1, chiSquare: nil, corrected: nil) }
    let distribution = BinomialDistribution(trials: n, success: 0.5, failure: 0.5)
    let tail = 2 * distribution.atMost(min(b, c))
    func chiSquare(_ difference: Double) -> McNemarTest.ChiSquare {
        let statistic = difference * difference / n
        return .init(statistic: statistic, pValue: ChiSquareDistribution.upperTail(statistic, degrees: 1))
    }
    return McNemarTest(
        pExact: min(1, tail),
        pMid: min(1, tail - distribution.mass(min(b, c))),
        chiSquare: chiSquare(b - c),
        corrected: chiSquare(max(0, abs(b - c) - 1))
    )
}
