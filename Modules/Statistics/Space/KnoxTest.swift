/// Holds how often events that are close in space are close in time too.
package struct KnoxTest: Sendable, Hashable {
    /// The pairs close in both.
    package let closeInBoth: Int
    /// The pairs close in space.
    package let closeInSpace: Int
    /// The pairs close in time.
    package let closeInTime: Int
    /// All pairs.
    package let pairs: Int

    /// The pairs close in both that chance would give; nil without pairs.
    package var expected: Double? {
        pairs > 0 ? Double(closeInSpace) * Double(closeInTime) / Double(pairs) : nil
    }
    /// Observed over expected; nil when nothing is expected.
    package var ratio: Double? { positive.map { Double(closeInBoth) / $0 } }
    /// P(X ≥ observed) with X Poisson of the expected mean; nil when nothing is expected.
    package var pPoisson: Double? { positive.map { PoissonDistribution(mean: $0).atLeast(Double(closeInBoth)) } }

    private var positive: Double? { expected.flatMap { $0 > 0 ? $0 : nil } }
}

/// Counts pairs of events that are close in space and time (`knox`; Knox 1964).
///
/// Both bounds belong to the bands: a pair at exactly `distance` and `duration` is close.
///
/// - Parameters:
///   - places: where the events happened.
///   - times: when, in any one unit.
///   - distance: the distance in metres, 0 or more.
///   - duration: the time between, 0 or more, in the unit of `times`.
/// - Returns: The numbers of pairs.
/// - Throws: `StatisticsError` for lists of different lengths, a coordinate or time that is not finite, or a negative
///   bound.
package func knox(
    places: [Place],
    times: [Double],
    distance: Double,
    duration: Double
) throws(StatisticsError) -> KnoxTest {
    try Check.sameLength(times.count, "the list of times", places.count, "the list of places")
    try Place.check(places)
    try Check.finite(times, "the time")
    try Check.range(distance, "the distance", 0, .greatestFiniteMagnitude)
    try Check.range(duration, "the duration", 0, .greatestFiniteMagnitude)
    var (space, time, both) = (0, 0, 0)
    for first in places.indices {
        for second in 0..<first {
            let isNear = places[first].distance(to: places[second]) <= distance
            let isSoon = abs(times[first] - times[second]) <= duration
            space += isNear ? 1 : 0
            time += isSoon ? 1 : 0
            both += isNear && isSoon ? 1 : 0
        }
    }
    return KnoxTest(
        closeInBoth: both,
        closeInSpace: space,
        closeInTime: time,
        pairs: places.count * (places.count - 1) / 2
    )
}
