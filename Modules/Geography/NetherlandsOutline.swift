/// A rough outline of the European Netherlands, to catch places that lie elsewhere by mistake.
///
/// It is drawn some 5 to 15 km outside the border and the coast, so that nothing in the country falls outside; a place
/// just over the border is not caught.
package enum NetherlandsOutline {
    /// Longitude and latitude of the corners in degrees WGS84, from the coast of Zeeland against the clock.
    private static let corners: [(longitude: Double, latitude: Double)] = [
        (3.20, 51.45), (3.25, 51.28), (3.45, 51.16), (4.25, 51.16), (4.28, 51.29), (4.45, 51.32), (4.60, 51.38),
        (4.90, 51.37), (5.08, 51.31), (5.15, 51.25), (5.50, 51.18), (5.62, 51.08), (5.62, 50.95), (5.55, 50.85),
        (5.60, 50.70),
        (6.05, 50.70), (6.17, 50.80), (6.17, 50.98), (6.08, 51.08), (6.28, 51.16), (6.32, 51.35), (6.33, 51.52),
        (6.20, 51.68), (6.12, 51.76), (6.55, 51.78), (6.80, 51.84), (6.93, 51.95), (6.88, 52.08), (7.10, 52.17),
        (7.17, 52.28), (7.17, 52.44), (6.90, 52.55), (7.10, 52.58), (7.18, 52.80), (7.32, 52.98), (7.32, 53.22),
        (7.10, 53.36), (7.00, 53.65), (6.00, 53.65), (4.60, 53.40), (4.40, 52.50), (3.90, 52.10), (3.20, 51.65),
    ]

    /// The four corners of the country where the sun rises or sets first or last.
    static let extremes = [
        WGS84Point(latitude: 50.75, longitude: 3.36), WGS84Point(latitude: 50.75, longitude: 7.23),
        WGS84Point(latitude: 53.56, longitude: 3.36), WGS84Point(latitude: 53.56, longitude: 7.23),
    ]

    /// Whether a place lies within the outline.
    ///
    /// An edge is crossed by the ray to the east or not; an odd number of crossings is inside.
    package static func contains(_ point: WGS84Point) -> Bool {
        var isInside = false
        var (longitude, latitude) = corners[corners.count - 1]
        for corner in corners {
            if (corner.latitude > point.latitude) != (latitude > point.latitude) {
                let share = (point.latitude - corner.latitude) / (latitude - corner.latitude)
                if point.longitude < corner.longitude + share * (longitude - corner.longitude) { isInside.toggle() }
            }
            (longitude, latitude) = corner
        }
        return isInside
    }
}
