/// Bounds the expected number behind a Poisson count nearly (`poisson_byar`; Byar's approximation, Breslow & Day 1987).
///
/// k(1−1/(9k)−z/(3√k))³ and (k+1)(1−1/(9(k+1))+z/(3√(k+1)))³; the lower bound of a count of 0 is exactly 0. Within 0.1
/// of `garwoodInterval` from 10 upward; with a count of 1 or 2 and a high confidence the lower bound falls below 0. Only
/// for comparison with tools of public health.
package func poissonByar(
    count k: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Interval {
    try Check.count(k, "the number of events")
    func limit(_ count: Double, _ z: Double) -> Double {
        let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
        return count * root * root * root
    }
    return Interval(lower: k == 0 ? 0 : limit(k, -conf.z), upper: limit(k + 1, conf.z))
}
