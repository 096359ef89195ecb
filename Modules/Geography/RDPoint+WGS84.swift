/// The conversion between the Dutch grid and WGS84 by two polynomials of each place's difference from Amersfoort.
///
/// Source: F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
/// WGS84-kaartcoördinaten", 2001. Against the control points of RDNAPTRANS in Texel, Noord-Groningen, Amersfoort,
/// Zeeuws-Vlaanderen, Zuid-Limburg and on the Maasvlakte the difference is 0.2 to 0.5 m; there and back again gives the
/// same place within 1 cm. It holds within the European Netherlands only.
extension RDPoint {
    /// One term: a coefficient and the powers of the two differences.
    private typealias Term = (first: Int, second: Int, coefficient: Double)

    /// Amersfoort, the origin of the grid, in both systems.
    private static let origin = (
        rd: RDPoint(x: 155_000.0, y: 463_000.0), wgs84: WGS84Point(latitude: 52.15517440, longitude: 5.38720621)
    )

    /// Seconds of latitude by the differences in easting and northing in units of 100 km.
    private static let latitudeTerms: [Term] = [
        (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550),
        (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
    ]

    /// Seconds of longitude by the same differences.
    private static let longitudeTerms: [Term] = [
        (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594),
        (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022),
        (5, 0, 0.00026),
    ]

    /// Metres of easting by the differences in latitude and longitude in units of 10,000 seconds.
    private static let eastingTerms: [Term] = [
        (0, 1, 190094.945), (1, 1, -11832.228), (2, 1, -114.221), (0, 3, -32.391), (1, 0, -0.705),
        (3, 1, -2.340), (1, 3, -0.608), (0, 2, -0.008), (2, 3, 0.148),
    ]

    /// Metres of northing by the same differences.
    private static let northingTerms: [Term] = [
        (1, 0, 309056.544), (0, 2, 3638.893), (2, 0, 73.077), (1, 2, -157.984), (3, 0, 59.788), (0, 1, 0.433),
        (2, 2, -6.439), (1, 1, -0.032), (0, 4, 0.092), (1, 4, -0.054),
    ]

    /// The place on the grid.
    package init(_ point: WGS84Point) {
        let north = 0.36 * (point.latitude - Self.origin.wgs84.latitude)
        let east = 0.36 * (point.longitude - Self.origin.wgs84.longitude)
        self.init(
            x: Self.origin.rd.x + Self.sum(Self.eastingTerms, north, east),
            y: Self.origin.rd.y + Self.sum(Self.northingTerms, north, east)
        )
    }

    /// The place in WGS84.
    package var wgs84: WGS84Point {
        let east = (x - Self.origin.rd.x) / 100_000
        let north = (y - Self.origin.rd.y) / 100_000
        return WGS84Point(
            latitude: Self.origin.wgs84.latitude + Self.sum(Self.latitudeTerms, east, north) / 3600,
            longitude: Self.origin.wgs84.longitude + Self.sum(Self.longitudeTerms, east, north) / 3600
        )
    }

    private static func sum(_ terms: [Term], _ first: Double, _ second: Double) -> Double {
        terms.reduce(0) { $0 + $1.coefficient * power(first, $1.first) * power(second, $1.second) }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= base }
        return result
    }
}
