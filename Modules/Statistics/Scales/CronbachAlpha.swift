/// Holds how far the items of a scale measure the same.
package struct CronbachAlpha: Sendable, Hashable {
    /// The respondents who answered every item.
    package let n: Int
    /// The number of items.
    package let items: Int
    /// The coefficient; nil with fewer than two respondents or items, or when all their totals are equal.
    package let alpha: Double?
    /// Feldt's interval; nil where alpha is.
    package let interval: Interval?
}

/// Returns Cronbach's α of a scale (`cronbach_alpha`; Cronbach 1951, interval of Feldt 1965).
///
/// α = k/(k−1)·(1 − Σs²_item/s²_total) with divisor n−1, over the rows without nil; limits 1−(1−α)·F(1−α′/2; n−1,
/// (n−1)(k−1)) and 1−(1−α)·F(α′/2; …) with α′ = 1−conf. A negative α says that an item was not flipped. Rows of unequal
/// length are refused.
package func cronbachAlpha(
    _ rows: [[Double?]],
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> CronbachAlpha {
    let items = rows.first?.count ?? 0
    for row in rows {
        try Check.sameLength(row.count, "a row of answers", items, "the first row")
        try Check.finite(row.compactMap { $0 }, "the answer")
    }
    let complete = rows.map { $0.compactMap { $0 } }.filter { $0.count == items }
    let n = complete.count
    let totals = complete.map(\.sum).squaredDeviations
    guard n > 1, items > 1, totals > 0 else {
        return CronbachAlpha(n: n, items: items, alpha: nil, interval: nil)
    }
    let parts = (0..<items).map { item in complete.map { $0[item] }.squaredDeviations }.sum
    let k = Double(items)
    let alpha = k / (k - 1) * (1 - parts / totals)
    let distribution = FisherDistribution(numerator: Double(n - 1), denominator: Double(n - 1) * (k - 1))
    return CronbachAlpha(
        n: n,
        items: items,
        alpha: alpha,
        interval: Interval(
            lower: 1 - (1 - alpha) * distribution.quantile(upperTail: conf.tail),
            upper: 1 - (1 - alpha) * distribution.quantile(lowerTail: conf.tail)
        )
    )
}
