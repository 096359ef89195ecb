/// Estimates a share of x yes among n answers with the score interval (`prop_wilson`; Wilson 1927).
///
/// Returns nil when n is 0: no answers, no share. The bounds are exactly 0 at x = 0 and exactly 1 at x = n.
package func propWilson(
    x: Int,
    n: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkAnswers(x: x, n: n)
    guard n > 0 else { return nil }
    let interval = wilsonInterval(x: x, n: n, effective: Double(n), conf: conf)
    return Proportion(p: Double(x) / Double(n), interval: interval, effectiveSample: Double(n))
}

/// Estimates a share when the n answers come from a list of known size (`prop_wilson_fpc`).
///
/// Wilson's interval with n replaced by n* = n(N−1)/(N−n), N being the population; the default whenever N is known
/// and more than one in twenty answered. When everybody answered the interval is the point itself. Returns nil when
/// n is 0.
package func propWilsonFPC(
    x: Int,
    n: Int,
    population: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkAnswers(x: x, n: n)
    try checkPopulation(n: n, population: population)
    guard n > 0 else { return nil }
    let p = Double(x) / Double(n)
    guard n < population else {
        return Proportion(p: p, interval: Interval(lower: p, upper: p), effectiveSample: nil)
    }
    let effective = Double(n) * Double(population - 1) / Double(population - n)
    let interval = wilsonInterval(x: x, n: n, effective: effective, conf: conf)
    return Proportion(p: p, interval: interval, effectiveSample: effective)
}

private func wilsonInterval(x: Int, n: Int, effective: Double, conf: Confidence) -> Interval {
    let p = Double(x) / Double(n)
    let q = Double(n - x) / Double(n)
    let z = conf.z
    let square = z * z
    let scale = 1 + square / effective
    let centre = (p + square / (2 * effective)) / scale
    let halfWidth = z / scale * (p * q / effective + square / (4 * effective * effective)).squareRoot()
    return Interval(
        lower: x == 0 ? 0 : max(0, centre - halfWidth),
        upper: x == n ? 1 : min(1, centre + halfWidth)
    )
}

private func checkAnswers(x: Int, n: Int) throws(StatisticsError) {
    _ = try Count.checked(x, "the number of counted answers")
    _ = try Count.checked(n, "the number of answers")
    guard x <= n else { throw .yesAboveAnswers(yes: x, answers: n) }
}

/// Refuses more answers than the population has members.
private func checkPopulation(n: Int, population: Int) throws(StatisticsError) {
    _ = try Count.checked(n, "the number of answers")
    _ = try Count.checked(population, "the population")
    guard n <= population else { throw .answersAbovePopulation(answers: n, population: population) }
}
