/// Returns the exact two-sided p-value of a table of two rows and two columns (`fisher_exact`; Fisher 1922).
///
/// With all margins fixed, the sum of the probabilities of all tables that are at most as likely as this one; a
/// relative slack of 1e-7 lets equal ones count as equal. Exactly 1 when a row or a column is empty. The sum of the
/// cells is at most 1e9.
package func fisherExact(_ a: Int, _ b: Int, _ c: Int, _ d: Int) throws(StatisticsError) -> Double {
    for cell in [a, b, c, d] { _ = try Count.checked(cell, "a cell of the table") }
    let all = try Count.checked(a + b + c + d, "the sum of the table")
    let distribution = HypergeometricDistribution(population: all, yes: Double(a + c), drawn: Double(a + b))
    guard distribution.smallest < distribution.largest else { return 1 }
    return distribution.atMostAsLikely(as: Double(a))
}
