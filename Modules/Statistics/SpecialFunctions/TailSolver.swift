/// Inverts the tail of a distribution on the positive numbers whose density over ln x is log-concave.
///
/// Such a tail is itself log-concave over ln x, so Newton's steps on its logarithm come to the root from any start;
/// a bracket catches what rounding does to them.
enum TailSolver {
    /// Which side of x the probability lies on.
    enum Side: Sendable { case lower, upper }

    /// Returns the x > 0 whose tail is p, for 0 < p < 1.
    ///
    /// - Parameters:
    ///   - side: which tail it is.
    ///   - p: the probability to reach.
    ///   - start: any positive number, best near the root.
    ///   - tail: the probability on the side, at x.
    ///   - slope: x times the density at x.
    /// - Returns: x, to about the last digit of the tail.
    static func solve(
        _ side: Side,
        _ p: Double,
        start: Double,
        tail: (Double) -> Double,
        slope: (Double) -> Double
    ) -> Double {
        var low = 0.0
        var high = Double.infinity
        var x = start
        for _ in 0..<400 {
            let probability = tail(x)
            let miss = probability > 0 ? logarithm(probability / p) : -.infinity
            if miss == 0 { return x }
            if (miss > 0) == (side == .lower) { high = x } else { low = x }
            let step = miss * probability / slope(x)
            var next = x * exponential(side == .lower ? -step : step)
            let isInside = next > low && next < high
            if !isInside {
                next = high.isFinite ? (low > 0 ? low.squareRoot() * high.squareRoot() : high / 16) : 4 * x
            }
            // Newton's error squares with each step: after one of 1e-9 nothing is left of it.
            if isInside, abs(step) < 1e-9 { return next }
            if high.isFinite, high - low <= 4e-16 * high { return next }
            x = next
        }
        return x
    }
}
