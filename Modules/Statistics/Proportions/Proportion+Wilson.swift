/// Estimates a share of x yes among n answers with the score interval (`prop_wilson`; Wilson 1927).
///
/// Returns nil when n is 0: no answers, no share. The bounds are exactly 0 at x = 0 and exactly 1 at x = n.
package func propWilson(
    x: Int,
    n: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkAnswers(x: x, n: n)
    return try propWilson(x: Double(x), n: Double(n), conf: conf)
}

/// Estimates a share of weighted answers with the score interval: x and n need not be whole (`prop_wilson`).
///
/// For a weighted share n is Kish's effective number of answers, and x that share of it.
package func propWilson(
    x: Double,
    n: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkWeightedAnswers(x: x, n: n)
    guard n > 0 else { return nil }
    let interval = wilsonInterval(x: x, n: n, effective: n, conf: conf)
    return Proportion(p: x / n, interval: interval, effectiveSample: n)
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
    return try propWilsonFPC(x: Double(x), n: Double(n), population: Double(population), conf: conf)
}

/// Estimates a share of weighted answers from a list of known size: x and n need not be whole (`prop_wilson_fpc`).
package func propWilsonFPC(
    x: Double,
    n: Double,
    population: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Proportion? {
    try checkWeightedAnswers(x: x, n: n)
    try Check.count(population, "the population")
    try Check.part(n, "the number of answers", of: population, "the population")
    guard n > 0 else { return nil }
    let p = x / n
    guard n < population else {
        return Proportion(p: p, interval: Interval(lower: p, upper: p), effectiveSample: nil)
    }
    let effective = n * (population - 1) / (population - n)
    let interval = wilsonInterval(x: x, n: n, effective: effective, conf: conf)
    return Proportion(p: p, interval: interval, effectiveSample: effective)
}

private func wilsonInterval(x: Double, n: Double, effective: Double, conf: Confidence) -> Interval {
    let p = x / n
    let q = (n - x) / n
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

/// Refuses counts of answers that cannot be.
func checkAnswers(x: Int, n: Int) throws(StatisticsError) {
    _ = try Count.checked(x, "the number of counted answers")
    _ = try Count.checked(n, "the number of answers")
    guard x <= n else { throw .yesAboveAnswers(yes: x, answers: n) }
}

/// Refuses weighted numbers of answers that cannot be.
func checkWeightedAnswers(x: Double, n: Double) throws(StatisticsError) {
    try Check.count(x, "the number of counted answers")
    try Check.count(n, "the number of answers")
    try Check.part(x, "the number of counted answers", of: n, "the number of answers")
}

/// Refuses more answers than the population has members.
func checkPopulation(n: Int, population: Int) throws(StatisticsError) {
    _ = try Count.checked(n, "the number of answers")
    _ = try Count.checked(population, "the population")
    guard n <= population else { throw .answersAbovePopulation(answers: n, population: population) }
}
