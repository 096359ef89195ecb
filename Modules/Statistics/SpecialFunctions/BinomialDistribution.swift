/// The binomial distribution of the number of successes.
///
/// The probability of success is given with its complement, so that neither loses digits near 1.
struct BinomialDistribution: Sendable, Hashable {
    /// The number of trials, 0 or more.
    let trials: Double
    /// The probability of success, strictly between 0 and 1.
    let success: Double
    /// The probability of failure.
    let failure: Double

    /// P(X = k), to about 1e-14 relative for any number of trials (Loader 2000).
    func mass(_ k: Double) -> Double {
        guard k >= 0, k <= trials else { return 0 }
        if k == 0 { return power(failure, complement: success) }
        if k == trials { return power(success, complement: failure) }
        let others = trials - k
        let exponent =
            Saddlepoint.stirlingError(trials) - Saddlepoint.stirlingError(k) - Saddlepoint.stirlingError(others)
            - Saddlepoint.deviance(k, mean: trials * success) - Saddlepoint.deviance(others, mean: trials * failure)
        return exponential(exponent) * (trials / (2 * .pi * k) / others).squareRoot()
    }

    /// P(X ≤ k), computed directly.
    func atMost(_ k: Double) -> Double {
        guard k >= 0 else { return 0 }
        guard k < trials else { return 1 }
        return Beta(trials - k, k + 1).lowerTail(failure, complement: success)
    }

    /// P(X ≥ k), computed directly.
    func atLeast(_ k: Double) -> Double {
        guard k > 0 else { return 1 }
        guard k <= trials else { return 0 }
        return Beta(k, trials - k + 1).lowerTail(success, complement: failure)
    }

    /// P(X ≤ k or X ≥ k, whichever is the smaller), doubled and at most 1: the central two-sided p-value.
    func central(_ k: Double) -> Double { min(1, 2 * min(atMost(k), atLeast(k))) }

    /// The sum of all probabilities that are at most that of k, with a relative slack of 1e-7 for equal ones.
    func atMostAsLikely(as k: Double) -> Double {
        let limit = mass(k) * (1 + 1e-7)
        let mode = ((trials + 1) * success).rounded(.down)
        if mass(min(mode, trials)) <= limit { return 1 }
        if k < mode {
            // The first k beyond the mode that is as unlikely.
            let other = Search.first(from: mode, to: trials + 1) { $0 > trials || mass($0) <= limit }
            return min(1, atMost(k) + atLeast(other))
        }
        let other = Search.first(from: -mode, to: 1) { $0 > 0 || mass(-$0) <= limit }
        return min(1, atLeast(k) + atMost(-other))
    }

    private func power(_ base: Double, complement: Double) -> Double {
        exponential(trials * (base < 0.5 ? logarithm(base) : logarithm(onePlus: -complement)))
    }
}
