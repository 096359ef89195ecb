/// Fisher's F distribution, reached through the beta distribution.
struct FisherDistribution: Sendable {
    /// The degrees of freedom of the numerator, above 0.
    let numerator: Double
    /// The degrees of freedom of the denominator, above 0.
    let denominator: Double

    /// Returns the value that is not reached with probability p, for 0 < p < 1.
    func quantile(lowerTail p: Double) -> Double { denominator / numerator * beta.odds(lowerTail: p) }

    /// Returns the value that is exceeded with probability q, for 0 < q < 1.
    func quantile(upperTail q: Double) -> Double { denominator / numerator * beta.odds(upperTail: q) }

    private var beta: Beta { Beta(numerator / 2, denominator / 2) }
}
