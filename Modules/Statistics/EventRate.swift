/// Holds a rate of counted events with its exact interval.
package struct EventRate: Sendable, Hashable {
    /// Events per `per` units of exposure.
    package let rate: Double
    package let interval: Interval

    package var lower: Double { interval.lower }
    package var upper: Double { interval.upper }
}

/// Bounds the expected number behind a Poisson count exactly (`poisson_garwood`; Garwood 1936).
///
/// ½χ²(α/2; 2k) and ½χ²(1−α/2; 2k+2), good to 1e-9 relative; the lower bound of a count of 0 is exactly 0.
package func garwoodInterval(
    count k: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Interval {
    let count = try Count.checked(k, "the number of events")
    return Interval(
        lower: k == 0 ? 0 : Gamma(shape: count).quantile(lowerTail: conf.tail),
        upper: Gamma(shape: count + 1).quantile(upperTail: conf.tail)
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
    guard exposure > 0, exposure.isFinite else { throw .notPositive(name: "the exposure", value: exposure) }
    guard per > 0, per.isFinite else { throw .notPositive(name: "the unit of the rate", value: per) }
    let interval = try garwoodInterval(count: k, conf: conf)
    let factor = per / exposure
    return EventRate(
        rate: Double(k) * factor,
        interval: Interval(lower: interval.lower * factor, upper: interval.upper * factor)
    )
}
