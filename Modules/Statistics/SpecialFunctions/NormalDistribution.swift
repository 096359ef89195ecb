/// The standard normal distribution.
enum NormalDistribution {
    /// P(Z > z), to about 1e-15 relative for |z| up to 8.
    static func upperTail(_ z: Double) -> Double { complementaryError(z / 2.0.squareRoot()) / 2 }

    /// P(|Z| > |z|), the two-sided p-value of z.
    static func bothTails(_ z: Double) -> Double { complementaryError(abs(z) / 2.0.squareRoot()) }
}
