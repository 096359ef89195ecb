/// Returns how far the values around each place lie above the mean, in standard deviations (`gi_star`; Ord & Getis 1995).
///
/// With weight 1 for places within the band, the place itself included: (Σwx − x̄W)/(S√((nΣw²−W²)/(n−1))), S with divisor
/// n. Nil where all places lie within the band, and everywhere when all values are equal. Correct the p-values of z by
/// `pAdjust`, and use 30 places or more.
///
/// - Parameters:
///   - places: the places.
///   - values: the value of each.
///   - band: the distance in metres, included, within which places are neighbours; 0 or more.
/// - Returns: The score of each place, in standard deviations.
/// - Throws: `StatisticsError` for lists of different lengths, a coordinate or value that is not finite, or a
///   negative band.
package func giStar(places: [Place], values: [Double], band: Double) throws(StatisticsError) -> [Double?] {
    try Check.sameLength(values.count, "the list of values", places.count, "the list of places")
    try Place.check(places)
    try Check.finite(values, "the value")
    try Check.range(band, "the band", 0, .greatestFiniteMagnitude)
    let n = Double(values.count)
    let deviation = (values.squaredDeviations / n).squareRoot()
    guard let mean = values.mean, deviation > 0 else { return values.map { _ in nil } }
    return places.map { place in
        var (sum, neighbours) = (0.0, 0.0)
        for (other, value) in zip(places, values) where place.distance(to: other) <= band {
            sum += value
            neighbours += 1
        }
        let spread = n * neighbours - neighbours * neighbours
        guard spread > 0 else { return nil }
        return (sum - mean * neighbours) / (deviation * (spread / (n - 1)).squareRoot())
    }
}
