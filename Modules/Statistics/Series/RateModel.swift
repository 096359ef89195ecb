/// Holds a fitted model of rates and the effect of the one column that matters.
package struct RateModel: Sendable, Hashable {
    /// The coefficients, on the logarithm of the rate, in the order of the model's columns.
    package let coefficients: [Double]
    /// Their standard errors times √φ; nil when there are no more observations than columns.
    package let standardErrors: [Double]?
    /// φ, Pearson's χ² over its degrees of freedom; nil where the standard errors are.
    package let dispersion: Double?
    /// The ratio of rates that the effect makes, e to the power of its coefficient.
    package let effectRatio: Double
    /// The 95 % limits of the ratio; nil where the standard errors are.
    package let interval: Interval?

    /// The change in per cent that the ratio is.
    package var percentChange: Double { 100 * (effectRatio - 1) }

    /// Takes a fit and the number of the column whose effect is told.
    init(_ fit: QuasiPoissonFit, effect: Int) {
        coefficients = fit.coefficients
        standardErrors = fit.standardErrors
        dispersion = fit.dispersion
        let coefficient = fit.coefficients[effect]
        effectRatio = exponential(coefficient)
        interval = fit.standardErrors.map {
            let half = Confidence.ninetyFive.z * $0[effect]
            return Interval(lower: exponential(coefficient - half), upper: exponential(coefficient + half))
        }
    }
}
