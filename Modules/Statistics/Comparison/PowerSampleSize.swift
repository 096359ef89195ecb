/// Holds how many answers each of two measurements takes to tell two shares apart.
package struct PowerSampleSize: Sendable, Hashable {
    /// The number per measurement before rounding.
    package let exact: Double
    /// The number per measurement, rounded up.
    package let n: Int
}

/// Returns how many answers per measurement tell p₁ from p₂ with the power asked (`power_two_prop_n`).
///
/// The n that solves Φ((√n·|p₁−p₂| − z√(2p̄q̄))/√(p₁q₁+p₂q₂)) = power, p̄ = (p₁+p₂)/2, rounded up but for a millionth;
/// what R's power.prop.test gives. Equal shares can never be told apart: nil.
///
/// - Parameters:
///   - p1: the share at the first measurement, 0…1.
///   - p2: the share at the second.
///   - power: the chance of a significant result, between 0 and 1.
///   - alpha: the two-sided level of the test, between 0 and 1.
/// - Returns: The number per measurement; nil for equal shares.
/// - Throws: `StatisticsError` for a share outside 0…1, or a power or level at or beyond 0 or 1.
package func powerTwoPropN(
    p1: Double,
    p2: Double,
    power: Double = 0.8,
    alpha: Double = 0.05
) throws(StatisticsError) -> PowerSampleSize? {
    try Check.range(p1, "the first share", 0, 1)
    try Check.range(p2, "the second share", 0, 1)
    try Check.range(power, "the power", .leastNormalMagnitude, 1 - .ulpOfOne)
    try Check.range(alpha, "the level of the test", .leastNormalMagnitude, 1 - .ulpOfOne)
    guard p1 != p2 else { return nil }
    let mean = (p1 + p2) / 2
    let quantile = -normalQuantile(alpha / 2)
    let null = quantile * (2 * mean * (1 - mean)).squareRoot()
    let root = null + normalQuantile(power) * (p1 * (1 - p1) + p2 * (1 - p2)).squareRoot()
    let exact = root > 0 ? (root / (p1 - p2)) * (root / (p1 - p2)) : 0
    return PowerSampleSize(exact: exact, n: Int(min(Double(Count.limit), (exact - 1e-6).rounded(.up))))
}
