/// Fits a Poisson model with log link whose variance is φ times the mean (McCullagh & Nelder 1989).
///
/// η = offset + Xβ, μ = e^η; iterated weighted least squares by Householder's QR, until the deviance changes by less than
/// 1e-12 relative and a further step no longer moves the fit. φ is Pearson's χ² over n − columns.
struct QuasiPoissonFit: Sendable {
    /// β in the order of the columns.
    let coefficients: [Double]
    /// √(φ·diag((XᵀWX)⁻¹)); nil when n is not above the number of columns.
    let standardErrors: [Double]?
    /// φ; nil when n is not above the number of columns.
    let dispersion: Double?

    /// Fits the counts, or refuses them as not estimable under the name of the model.
    ///
    /// - Parameters:
    ///   - model: what a person knows the model by, for the refusal.
    ///   - counts: y, each 0 or more.
    ///   - columns: X by columns, each as long as `counts`.
    ///   - exposures: e to the power of the offset, each above 0.
    /// - Throws: `StatisticsError.notEstimable` when no finite or no single fit is the best.
    init(
        _ model: String,
        counts: [Double],
        columns: [[Double]],
        exposures: [Double]
    ) throws(StatisticsError) {
        let offsets = exposures.map { logarithm($0) }
        var means = counts.map { $0 + 0.1 }
        var deviance = Double.infinity
        var isSettled = false
        for _ in 0..<200 {
            let working = counts.indices.map { index in
                logarithm(means[index]) - offsets[index] + (counts[index] - means[index]) / means[index]
            }
            guard let solution = LeastSquares(columns: columns, response: working, weights: means) else { break }
            let next = counts.indices.map { index in
                exponential(offsets[index] + columns.indices.map { columns[$0][index] * solution.coefficients[$0] }.sum)
            }
            let isFinite = next.allSatisfy { $0.isFinite && $0 > 0 }
            guard isFinite else { break }
            // A fit that runs to infinity changes its deviance less and less, but its means by the same factor.
            let movement = zip(next, means).map { abs($0 / $1 - 1) }.max() ?? 0
            means = next
            if isSettled, movement < 1e-8 {
                let degrees = Double(counts.count - columns.count)
                let pearson = zip(counts, means).map { ($0 - $1) * ($0 - $1) / $1 }.sum
                let dispersion = degrees > 0 ? pearson / degrees : nil
                coefficients = solution.coefficients
                standardErrors = dispersion.map { phi in solution.unscaledVariances.map { ($0 * phi).squareRoot() } }
                self.dispersion = dispersion
                return
            }
            let current = 2 * zip(counts, means).map { Saddlepoint.unitDeviance($0, mean: $1) }.sum
            isSettled = abs(current - deviance) <= 1e-12 * (abs(current) + 0.1)
            deviance = current
        }
        throw .notEstimable(model: model)
    }
}
