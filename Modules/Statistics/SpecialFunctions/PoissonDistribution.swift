/// The Poisson distribution of a number of events.
struct PoissonDistribution: Sendable {
    /// The expected number, 0 or more.
    let mean: Double

    /// P(X = k), to about 1e-14 relative for means of any size.
    func mass(_ k: Double) -> Double {
        guard mean > 0 else { return k == 0 ? 1 : 0 }
        guard k > 0 else { return k == 0 ? exponential(-mean) : 0 }
        let exponent = -Saddlepoint.stirlingError(k) - Saddlepoint.deviance(k, mean: mean)
        return exponential(exponent) / (2 * .pi * k).squareRoot()
    }

    /// P(X ≤ k), computed directly as Q(k + 1, mean).
    func atMost(_ k: Double) -> Double {
        guard k >= 0 else { return 0 }
        return Gamma(shape: k + 1).upperTail(mean)
    }

    /// P(X ≥ k), computed directly as P(k, mean).
    func atLeast(_ k: Double) -> Double {
        guard k > 0 else { return 1 }
        return Gamma(shape: k).lowerTail(mean)
    }

    /// The smallest k with P(X ≤ k) ≥ p, for 0 < p < 1.
    func quantile(_ p: Double) -> Double {
        let spread = 40 * mean.squareRoot() + 40
        var below = max(-1, (mean - spread).rounded(.down))
        var reached = (mean + spread).rounded(.up)
        while reached - below > 1 {
            let middle = ((below + reached) / 2).rounded(.down)
            if atMost(middle) >= p { reached = middle } else { below = middle }
        }
        return reached
    }
}
