/// Holds how many answers a margin takes.
package struct SampleSize: Sendable, Hashable {
    /// The number n₀ that a list without end would take, before rounding.
    package let unlimited: Double
    /// The number for the list at hand, before rounding.
    package let exact: Double
    /// The number to ask for: rounded up, and never more than the list has.
    package let n: Int
}

/// Returns how many answers from a list of known size give a margin at most this wide (`sample_size_finite`).
///
/// n₀ = z²·p(1−p)/margin², n = n₀ / (1 + (n₀−1)/N), rounded up but for a billionth (Cochran 1977).
///
/// - Parameters:
///   - population: the size N of the list, 1 or more.
///   - margin: the half-width of the interval as a share, such as 0.05; above 0.
///   - p: the share expected; ½ is the cautious choice.
///   - conf: the confidence.
/// - Returns: The number of answers, before and after rounding.
/// - Throws: `StatisticsError` for an empty list, a margin that is not above 0, or a share outside 0…1.
package func sampleSizeFinite(
    population: Int,
    margin: Double,
    p: Double = 0.5,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> SampleSize {
    let size = try Check.positive(try Count.checked(population, "the population"), "the population")
    try Check.positive(margin, "the margin")
    try Check.range(p, "the expected share", 0, 1)
    let z = conf.z
    let unlimited = z * z * p * (1 - p) / (margin * margin)
    let divisor = 1 + (unlimited - 1) / size
    let exact = divisor > 0 ? unlimited / divisor : 0
    return SampleSize(unlimited: unlimited, exact: exact, n: Int(min(size, (exact - 1e-9).rounded(.up))))
}
