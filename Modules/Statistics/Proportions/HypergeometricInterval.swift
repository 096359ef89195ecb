/// Bounds how many members of a list are yes, and with it their share.
package struct HypergeometricInterval: Sendable, Hashable {
    /// The share p = x/n among the answers.
    package let p: Double
    /// The smallest number K of yes in the list that goes with the answers.
    package let lowerCount: Int
    /// The largest number K of yes in the list that goes with the answers.
    package let upperCount: Int
    /// Both numbers as shares of the list.
    package let interval: Interval
}

/// Bounds a share exactly when n answers come from a list of known size (`prop_hypergeom_exact`).
///
/// K_lower is the smallest K with P(X ≥ x | N, K, n) > α/2, and K_upper the largest with P(X ≤ x) > α/2, over K from
/// x to N−(n−x); the limits are K/N. Covers at least as often as the confidence says (Buonaccorsi 1987). To be used
/// when the list has 60 members or fewer, and to audit `propWilsonFPC`. Probabilities are compared with α/2 after one
/// rounding of the exact value. Returns nil when n is 0.
package func propHypergeomExact(
    x: Int,
    n: Int,
    population: Int,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> HypergeometricInterval? {
    try checkAnswers(x: x, n: n)
    try checkPopulation(n: n, population: population)
    guard n > 0 else { return nil }
    let (counted, drawn, size) = (Double(x), Double(n), Double(population))
    func distribution(_ yes: Double) -> HypergeometricDistribution {
        HypergeometricDistribution(population: size, yes: yes, drawn: drawn)
    }
    let most = size - (drawn - counted)
    let lower = Search.first(from: counted, to: most) { distribution($0).atLeast(counted) > conf.tail }
    let above = Search.first(from: counted, to: most + 1) {
        $0 > most || distribution($0).atMost(counted) <= conf.tail
    }
    return HypergeometricInterval(
        p: counted / drawn,
        lowerCount: Int(lower),
        upperCount: Int(above) - 1,
        interval: Interval(lower: lower / size, upper: (above - 1) / size)
    )
}
