/// Spreads an event over the ground around it.
package enum KernelDensity: Sendable, Hashable, CaseIterable {
    /// 3/(πh²)·(1−d²/h²)² within h, nothing beyond (`kde_quartic`; Silverman 1986).
    case quartic
    /// exp(−d²/2h²)/(2πh²) (`kde_gauss`).
    case gauss

    func value(squaredDistance: Double, bandwidth h: Double) -> Double {
        let square = h * h
        switch self {
        case .quartic:
            guard squaredDistance < square else { return 0 }
            let rest = 1 - squaredDistance / square
            return 3 / (.pi * square) * rest * rest
        case .gauss:
            return exponential(-squaredDistance / (2 * square)) / (2 * .pi * square)
        }
    }
}

/// Returns the density of events at a place, in events per square metre (`kde_quartic`, `kde_gauss`).
///
/// The sum of the kernel over all events; 0 without events. Keep the bandwidth the same at all measurements.
///
/// - Parameters:
///   - events: where the events happened.
///   - place: where the density is wanted.
///   - bandwidth: the distance h in metres over which an event is spread, above 0.
///   - kernel: the shape of the spread.
/// - Returns: The density, in events per square metre.
/// - Throws: `StatisticsError` for a coordinate that is not finite, or a bandwidth that is not above 0.
package func density(
    of events: [Place],
    at place: Place,
    bandwidth: Double,
    kernel: KernelDensity
) throws(StatisticsError) -> Double {
    try Place.check(events)
    try Place.check([place])
    try Check.positive(bandwidth, "the bandwidth")
    return events.map {
        kernel.value(squaredDistance: $0.squaredDistance(to: place), bandwidth: bandwidth)
    }.sum
}
