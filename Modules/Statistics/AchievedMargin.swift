/// Returns the margin of error, as a fraction, that n answers from a population give (`achieved_margin`).
///
/// z·√(p(1−p)/n)·√((N−n)/(N−1)); `share` is the expected p and 0.5 the most cautious. 0 when everybody answered,
/// nil when nobody did.
package func achievedMargin(
    n: Int,
    population: Int,
    share: Double = 0.5,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Double? {
    try checkPopulation(n: n, population: population)
    guard (0...1).contains(share) else { throw .shareOutOfRange(share) }
    guard n > 0 else { return nil }
    guard n < population else { return 0 }
    let correction = Double(population - n) / Double(population - 1)
    return conf.z * (share * (1 - share) / Double(n) * correction).squareRoot()
}
