/// Returns the margin, the half-width of the interval, that n answers from a list give (`achieved_margin`).
///
/// z·√(p(1−p)/n)·√((N−n)/(N−1)) as a share; 0 when everybody answered or the list has one member, nil without answers.
/// To be shown while the answers come in, in place of a norm.
package func achievedMargin(
    population: Int,
    n: Int,
    p: Double = 0.5,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Double? {
    try checkPopulation(n: n, population: population)
    try Check.range(p, "the expected share", 0, 1)
    guard population > 1 else { return population == 1 ? 0 : nil }
    guard n > 0 else { return nil }
    let correction = Double(population - n) / Double(population - 1)
    return conf.z * (p * (1 - p) / Double(n)).squareRoot() * correction.squareRoot()
}
