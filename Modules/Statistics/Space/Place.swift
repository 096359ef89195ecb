/// Locates an event in the plane, in metres (RD New, EPSG:28992), never in degrees.
package struct Place: Sendable, Hashable {
    /// Metres to the east.
    package let x: Double
    /// Metres to the north.
    package let y: Double

    /// Takes both coordinates.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    func squaredDistance(to other: Place) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return dx * dx + dy * dy
    }

    func distance(to other: Place) -> Double { hypotenuse(x - other.x, y - other.y) }

    static func check(_ places: [Place]) throws(StatisticsError) {
        try Check.finite(places.flatMap { [$0.x, $0.y] }, "the coordinate")
    }
}
