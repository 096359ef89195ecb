/// Describes the months around the start of the measures.
package struct InterruptedTimeSeries: Sendable, Hashable {
    /// The events of each month, in order.
    package let counts: [Double]
    /// How many months, from the first, came before the measures.
    package let start: Int
    /// The month of the calendar, 1 to 12, of each count.
    package let months: [Int]
    /// The exposure of each month, above 0; nil when all are equal.
    package let exposures: [Double]?

    /// Takes the series; `its` checks it.
    package init(counts: [Double], start: Int, months: [Int], exposures: [Double]? = nil) {
        self.counts = counts
        self.start = start
        self.months = months
        self.exposures = exposures
    }
}

/// Fits a step in level at the start of the measures (`its`; Lopez Bernal, Cummins & Gasparrini 2017).
///
/// A quasi-Poisson model y ~ 1 + level + t + sin₁ … + cos₁ … of 2πk·month/12, with t from 1, level 1 when t > start, and
/// offset ln(exposure); coefficients in that order, the effect being that of the level.
///
/// - Parameters:
///   - series: the months.
///   - harmonics: the number of pairs of sine and cosine, 0 to 5.
///   - before: the months needed before the start; fewer are refused.
///   - after: the months needed after it.
/// - Returns: The model, its effect being the step in level.
/// - Throws: `StatisticsError` for a series that is too short, lists of different lengths, or counts that no single
///   step fits best.
package func its(
    _ series: InterruptedTimeSeries,
    harmonics: Int = 2,
    needing before: Int = 24,
    and after: Int = 12
) throws(StatisticsError) -> RateModel {
    let counts = series.counts
    try Check.counts(counts, "the number of events")
    try Check.sameLength(series.months.count, "the list of months", counts.count, "the list of counts")
    try Check.range(Double(harmonics), "the number of harmonics", 0, 5)
    try Check.atLeast(before, "the series before the start", min(series.start, counts.count))
    try Check.atLeast(after, "the series after the start", counts.count - series.start)
    let exposures = try checkedExposures(series.exposures, for: counts)
    func wave(_ function: (Double) -> Double, _ harmonic: Int) -> [Double] {
        series.months.map { function(2 * .pi * Double(harmonic) * Double($0) / 12) }
    }
    let pairs = harmonics > 0 ? Array(1...harmonics) : []
    let columns =
        [
            counts.map { _ in 1 }, counts.indices.map { $0 + 1 > series.start ? 1 : 0 },
            counts.indices.map { Double($0 + 1) },
        ] + pairs.map { wave(sine, $0) } + pairs.map { wave(cosine, $0) }
    let fit = try QuasiPoissonFit(
        "the interrupted time series",
        counts: counts,
        columns: columns,
        exposures: exposures
    )
    return RateModel(fit, effect: 1)
}
