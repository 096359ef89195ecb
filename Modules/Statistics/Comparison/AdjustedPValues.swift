/// Holds p-values that are corrected for how many were looked at, in the order in which they came.
package struct AdjustedPValues: Sendable, Hashable {
    /// Against even one false alarm in the family; for goals on which a certificate hangs (Holm 1979).
    package let holm: [Double]
    /// Against a share of false alarms; for lists to explore (Benjamini & Hochberg 1995).
    package let benjaminiHochberg: [Double]
}

/// Corrects the p-values of one family of tests, such as all questions about crime (`p_adjust`).
///
/// With m values in rising order: Holm is the running maximum of (m−i+1)·p₍ᵢ₎, Benjamini-Hochberg the running minimum
/// from the largest of (m/i)·p₍ᵢ₎; both at most 1. A value outside 0…1 is refused.
package func pAdjust(_ p: [Double]) throws(StatisticsError) -> AdjustedPValues {
    for value in p { try Check.range(value, "the p-value", 0, 1) }
    let m = Double(p.count)
    let order = p.indices.sorted { p[$0] == p[$1] ? $0 < $1 : p[$0] < p[$1] }
    var holm = p
    var benjaminiHochberg = p
    var highest = 0.0
    for (position, index) in order.enumerated() {
        highest = max(highest, (m - Double(position)) * p[index])
        holm[index] = min(1, highest)
    }
    var lowest = 1.0
    for (position, index) in order.enumerated().reversed() {
        lowest = min(lowest, m / Double(position + 1) * p[index])
        benjaminiHochberg[index] = lowest
    }
    return AdjustedPValues(holm: holm, benjaminiHochberg: benjaminiHochberg)
}
