import Scheme

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the sun stands.
///
/// Source: the formulas of the NOAA Solar Calculator, after Meeus, "Astronomical Algorithms" (1991).
/// Good to a minute of rising and setting between 1800 and 2100 and below 72 degrees of latitude; what the weather does
/// to the refraction of light near the horizon is not in it.
struct SolarPosition {
    /// How far north of the equator the sun stands, in degrees.
    let declination: Double
    /// The minutes by which a sundial is ahead of the mean sun.
    let equationOfTime: Double

    /// The angle from the zenith at which the upper rim is seen on the horizon: 34' of refraction and 16' of radius.
    static let risingZenith = 90.833

    /// The sun at a moment.
    ///
    /// - Parameters:
    ///   - day: The day in UTC.
    ///   - minute: The minute of that day in UTC.
    init(on day: CalendarDate, minute: Double) {
        // 1970-01-01 00:00 UTC is Julian day 2440587.5; centuries are counted from 2000-01-01 12:00.
        let julianDay = 2_440_587.5 + Double(day.daysSince1970) + minute / 1440
        let t = (julianDay - 2_451_545) / 36_525
        let meanLongitude = Self.turn(280.46646 + t * (36_000.76983 + t * 0.0003032))
        let anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t)
        let eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
        let centre =
            Self.sine(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
            + Self.sine(2 * anomaly) * (0.019993 - 0.000101 * t) + Self.sine(3 * anomaly) * 0.000289
        let node = 125.04 - 1934.136 * t
        let apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * Self.sine(node)
        let meanObliquity = 23 + (26 + (21.448 - t * (46.8150 + t * (0.00059 - t * 0.001813))) / 60) / 60
        let obliquity = meanObliquity + 0.00256 * Self.cosine(node)
        declination = asin(Self.sine(obliquity) * Self.sine(apparentLongitude)) * 180 / .pi
        let half = tan(obliquity / 2 * .pi / 180)
        let y = half * half
        let radians =
            y * Self.sine(2 * meanLongitude) - 2 * eccentricity * Self.sine(anomaly)
            + 4 * eccentricity * y * Self.sine(anomaly) * Self.cosine(2 * meanLongitude)
            - y * y / 2 * Self.sine(4 * meanLongitude)
            - 1.25 * eccentricity * eccentricity * Self.sine(2 * anomaly)
        equationOfTime = 4 * radians * 180 / .pi
    }

    /// The angle between noon and the rising or setting of the sun, in degrees of the earth's turn.
    ///
    /// - Returns: `nil` where the sun does not rise or set on that day, which is nowhere in the Netherlands.
    func hourAngle(at latitude: Double) -> Double? {
        let cosine =
            Self.cosine(Self.risingZenith) / (Self.cosine(latitude) * Self.cosine(declination))
            - tan(latitude * .pi / 180) * tan(declination * .pi / 180)
        guard (-1...1).contains(cosine) else { return nil }
        return acos(cosine) * 180 / .pi
    }

    private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    private static func turn(_ degrees: Double) -> Double { degrees - 360 * (degrees / 360).rounded(.down) }
}
