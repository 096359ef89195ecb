/// Holds how unevenly events are spread over places.
package struct Concentration: Sendable, Hashable {
    /// Gini's coefficient: 0 when all places have as many, near 1 when one has all.
    package let gini: Double
    /// The same, corrected for there being fewer events than places (Bernasco & Steenbeek 2017).
    package let generalised: Double
    /// The share of the events in the fifth of the places that have most, rounded up.
    package let topFifth: Double
}

/// Measures how unevenly events are spread over places (`gini`; Gini 1912, Bernasco & Steenbeek 2017).
///
/// In rising order G = 2Σi·xᵢ/(n·c) − (n+1)/n with c = Σx; generalised max(1, n/c)·(G−1)+1. Returns nil without events.
package func gini(_ counts: [Double]) throws(StatisticsError) -> Concentration? {
    try Check.counts(counts, "the number of events")
    let sorted = counts.sorted()
    let (n, all) = (Double(sorted.count), sorted.sum)
    guard all > 0 else { return nil }
    let gini = 2 * sorted.enumerated().map { Double($0 + 1) * $1 }.sum / (n * all) - (n + 1) / n
    let top = Int((0.2 * n - 1e-9).rounded(.up))
    return Concentration(
        gini: gini,
        generalised: max(1, n / all) * (gini - 1) + 1,
        topFifth: sorted.suffix(top).reduce(0, +) / all
    )
}
