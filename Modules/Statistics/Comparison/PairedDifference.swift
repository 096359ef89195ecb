/// Holds the change of a share among the same respondents with its interval.
package struct PairedDifference: Sendable, Hashable {
    /// The observed change, the second measurement less the first.
    package let difference: Double
    /// The middle of the interval before it is cut off.
    package let centre: Double
    /// The limits, cut off at −1 and 1.
    package let interval: Interval
}

/// Bounds the change of a paired share (`paired_prop_diff_wald_agresti_min`; Agresti & Min 2005).
///
/// Half a pair is added to each cell: ñ = n+2, centre = (c̃−b̃)/ñ, SE = √(b̃+c̃−(c̃−b̃)²/ñ)/ñ, with b yes→no and c no→yes.
/// Returns nil without pairs.
package func pairedPropDiff(
    _ table: PairedTable,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> PairedDifference? {
    try table.checked()
    let n = [table.yesYes, table.yesNo, table.noYes, table.noNo].map(Double.init).sum
    guard n > 0 else { return nil }
    let (b, c) = (Double(table.yesNo) + 0.5, Double(table.noYes) + 0.5)
    let raised = n + 2
    let centre = (c - b) / raised
    let standardError = (b + c - (c - b) * (c - b) / raised).squareRoot() / raised
    return PairedDifference(
        difference: (c - b) / n,
        centre: centre,
        interval: Interval(
            lower: max(-1, centre - conf.z * standardError),
            upper: min(1, centre + conf.z * standardError)
        )
    )
}
