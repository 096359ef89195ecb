/// The chi-square distribution, which is a gamma distribution of half its degrees of freedom.
enum ChiSquareDistribution {
    /// P(X > x) for `degrees` > 0 degrees of freedom.
    static func upperTail(_ x: Double, degrees: Double) -> Double {
        if degrees == 1 { return complementaryError((max(0, x) / 2).squareRoot()) }
        return Gamma(shape: degrees / 2).upperTail(x / 2)
    }
}
