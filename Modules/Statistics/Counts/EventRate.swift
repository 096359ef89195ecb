/// Holds a rate of counted events with its exact interval.
package struct EventRate: Sendable, Hashable {
    /// Events per `per` units of exposure.
    package let rate: Double
    /// The limits of the rate.
    package let interval: Interval

    /// The lower limit.
    package var lower: Double { interval.lower }
    /// The upper limit.
    package var upper: Double { interval.upper }
}

/// Bounds the expected number behind a Poisson count exactly (`poisson_garwood`; Garwood 1936).
///
/// ½χ²(α/2; 2k) and ½χ²(1−α/2; 2k+2), good to 1e-9 relative; the lower bound of a count of 0 is exactly 0.
package func garwoodInterval(
    count k: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Interval {
    try garwoodInterval(count: try Count.checked(k, "the number of events"), conf: conf)
}

/// Bounds the expected number behind a weighted Poisson count, which need not be whole (`poisson_garwood`).
package func garwoodInterval(
    count k: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Interval {
    try Check.count(k, "the number of events")
    return Interval(
        lower: k == 0 ? 0 : Gamma(shape: k).quantile(lowerTail: conf.tail),
        upper: Gamma(shape: k + 1).quantile(upperTail: conf.tail)
    )
}

/// Returns events per `per` units of exposure with Garwood's exact interval (`poisson_garwood`).
///
/// Exposure is the denominator times the years observed, such as establishments × months / 12, with missing months
/// left out of both. Withheld figures are no count of 0 and have no rate.
package func poissonGarwood(
    count k: Int,
    exposure: Double,
    per: Double = 100,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> EventRate {
    try poissonGarwood(
        count: try Count.checked(k, "the number of events"),
        exposure: exposure,
        per: per,
        conf: conf
    )
}

/// Returns weighted events per `per` units of exposure with Garwood's interval (`poisson_garwood`).
package func poissonGarwood(
    count k: Double,
    exposure: Double,
    per: Double = 100,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> EventRate {
    try Check.positive(exposure, "the exposure")
    try Check.positive(per, "the unit of the rate")
    let interval = try garwoodInterval(count: k, conf: conf)
    let factor = per / exposure
    return EventRate(
        rate: k * factor,
        interval: Interval(lower: interval.lower * factor, upper: interval.upper * factor)
    )
}
