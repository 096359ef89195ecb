/// Holds how much more counts vary than chance alone would make them.
package struct Dispersion: Sendable, Hashable {
    /// D = Σ(x−x̄)²/x̄; nil when all counts are 0 or there are none.
    package let statistic: Double?
    /// φ = D/(n−1), about 1 by chance alone; nil where D is, and for one count.
    package let phi: Double?
    /// P(χ² > D) with n−1 degrees of freedom; nil where φ is.
    package let pOver: Double?

    /// What the variances of later intervals are multiplied by: φ, and never less than 1.
    package var inflation: Double { max(1, phi ?? 1) }
}

/// Tests whether counts of equal periods vary more than Poisson's (`dispersion_test`; Fisher 1950).
///
/// To be estimated from 24 months or more of the area and its control together; φ feeds every later interval.
package func dispersionTest(_ counts: [Double]) throws(StatisticsError) -> Dispersion {
    try Check.counts(counts, "the number of events")
    guard let mean = counts.mean, mean > 0 else { return Dispersion(statistic: nil, phi: nil, pOver: nil) }
    let statistic = counts.squaredDeviations / mean
    let degrees = Double(counts.count - 1)
    guard degrees > 0 else { return Dispersion(statistic: statistic, phi: nil, pOver: nil) }
    return Dispersion(
        statistic: statistic,
        phi: statistic / degrees,
        pOver: ChiSquareDistribution.upperTail(statistic, degrees: degrees)
    )
}
