/// A place on the earth in WGS84 (EPSG:4326), as satellite receivers and GeoJSON give it.
///
/// ETRS89, in which the Netherlands is surveyed, differs from it by less than a metre; the two are not told apart here.
package struct WGS84Point: Hashable, Sendable {
    /// The latitude in degrees, north positive, -90 to 90.
    package let latitude: Double
    /// The longitude in degrees, east positive, -180 to 180.
    package let longitude: Double

    /// Makes a place.
    package init(latitude: Double, longitude: Double) {
        (self.latitude, self.longitude) = (latitude, longitude)
    }
}
