/// Holds a mean of marks with its interval.
package struct MeanEstimate: Sendable, Hashable {
    /// The number of marks.
    package let n: Int
    /// The mean; nil without marks.
    package let mean: Double?
    /// The standard deviation with divisor n − 1; nil with fewer than two marks.
    package let standardDeviation: Double?
    /// The interval; nil with fewer than two marks.
    ///
    /// Its width is 0 when all marks are equal, which is no certainty.
    package let interval: Interval?
}

/// Estimates a mean, such as that of marks from 1 to 10 (`mean_t`; Student 1908).
///
/// mean ± t(1−α/2; n−1)·s/√n, times √(1−n/N) when the size N of the list is known. The limits may pass the ends of the
/// scale: cut them off when they are shown, and not before.
package func meanT(
    _ values: [Double],
    population: Int? = nil,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> MeanEstimate {
    try Check.finite(values, "the mark")
    if let population { try checkPopulation(n: values.count, population: population) }
    let n = Double(values.count)
    guard let mean = values.mean, n > 1 else {
        return MeanEstimate(n: values.count, mean: values.mean, standardDeviation: nil, interval: nil)
    }
    let deviation = (values.squaredDeviations / (n - 1)).squareRoot()
    let correction = population.map { (1 - n / Double($0)).squareRoot() } ?? 1
    let t = StudentDistribution.quantile(upperTail: conf.tail, degrees: n - 1)
    let halfWidth = t * deviation / n.squareRoot() * correction
    return MeanEstimate(
        n: values.count,
        mean: mean,
        standardDeviation: deviation,
        interval: Interval(lower: mean - halfWidth, upper: mean + halfWidth)
    )
}
