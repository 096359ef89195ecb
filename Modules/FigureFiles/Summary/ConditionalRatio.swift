#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the exact ratio of two rates for very many pairs of counts (`rate_ratio_exact`, central).
///
/// Given the sum of both, the first count is binomial. Its tails are sums of at most a few times the standard deviation
/// in terms, begun at the observed count; the limits of the share depend on the two counts only, so each pair is solved
/// once. Solved by Newton's method on the logarithm of the tail, from the Poisson limit as Bolshev corrects it.
/// Good to 1e-9 relative.
struct ConditionalRatio: Sendable {
    /// The limits of the ratio for equal exposures; the upper one is `nil` without bound.
    struct Limits: Hashable, Sendable {
        let lower: Double
        let upper: Double?
    }

    private let logFactorials: [Double]
    private let garwood: (lower: [Double], upper: [Double])
    private let logTail: Double
    private var known: [UInt64: Limits] = [:]

    /// Prepares for counts whose sum is at most `largest`.
    ///
    /// - Parameters:
    ///   - largest: The largest sum of two counts.
    ///   - garwood: Garwood's limits by count, as far as they are at hand.
    ///   - tail: The probability in each tail, 0.025 for 95 %.
    init(largest: Int, garwood: (lower: [Double], upper: [Double]), tail: Double) {
        var sums = [0.0]
        sums.reserveCapacity(largest + 1)
        var compensation = 0.0
        for number in 1...max(1, largest) {
            let term = log(Double(number)) - compensation
            let sum = sums[number - 1] + term
            compensation = (sum - sums[number - 1]) - term
            sums.append(sum)
        }
        logFactorials = sums
        self.garwood = garwood
        logTail = log(tail)
    }

    /// The limits of the ratio of two counts over equal exposures.
    mutating func limits(_ first: Int, _ second: Int) -> Limits {
        let key = UInt64(first) << 32 | UInt64(second)
        if let limits = known[key] { return limits }
        let limits = Limits(
            lower: first == 0 ? 0 : lowerOdds(first, second),
            upper: second == 0 ? nil : 1 / lowerOdds(second, first)
        )
        known[key] = limits
        return limits
    }

    /// The central p of the first count against the share that it would have at equal rates.
    ///
    /// min(1, 2·min(P(X ≥ x), P(X ≤ x))) for X binomial; 1 if both counts are 0.
    func centralP(_ first: Int, _ second: Int, exposures: (first: Double, second: Double)) -> Double {
        let total = first + second
        guard total > 0 else { return 1 }
        let sum = exposures.first + exposures.second
        let share = exposures.first / sum
        let rest = exposures.second / sum
        let point = exp(
            logFactorials[total] - logFactorials[first] - logFactorials[second] + Double(first) * log(share)
                + Double(second) * log(rest)
        )
        let excess = Double(first) - Double(total) * share
        // The median lies within one of the mean, so beyond that one tail is known to be the smaller.
        if excess >= 1 { return min(1, 2 * point * upperSum(first, total, share / rest)) }
        let below = point * lowerSum(first, total, rest / share)
        if excess <= -1 { return min(1, 2 * below) }
        return min(1, 2 * min(below, 1 - below + point))
    }

    /// The sum of P(X = i)/P(X = x) for i = x, x + 1 and so on.
    private func upperSum(_ x: Int, _ total: Int, _ odds: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var left = Double(total - x)
        var next = Double(x + 1)
        while left > 0 {
            term *= left / next * odds
            sum += term
            if term < sum * 1e-17 { break }
            left -= 1
            next += 1
        }
        return sum
    }

    /// The sum of P(X = i)/P(X = x) for i = x, x − 1, …, 0.
    private func lowerSum(_ x: Int, _ total: Int, _ oddsAgainst: Double) -> Double {
        upperSum(total - x, total, oddsAgainst)
    }

    /// The odds π/(1 − π) for which P(X ≥ x) equals the tail, for x of x + y and x at least 1.
    private func lowerOdds(_ x: Int, _ y: Int) -> Double {
        let total = Double(x + y)
        if y == 0 { return 1 / expm1(-logTail / total) }
        let logChoose = logFactorials[x + y] - logFactorials[x] - logFactorials[y]
        var odds = start(x, y)
        for _ in 0..<60 {
            let sum = upperSum(x, x + y, odds)
            let excess = logChoose + Double(x) * log(odds) - total * log1p(odds) + log(sum) - logTail
            // With u = ln odds: dP/dπ = x·P(X = x)/π and dπ/du = π·(1 − π).
            let slope = Double(x) / ((1 + odds) * sum)
            let step = max(-2, min(2, excess / slope))
            odds *= exp(-step)
            // The error that is left is of the order of the step's square.
            if abs(step) < 1e-7 { break }
        }
        return odds
    }

    /// Bolshev's correction of the Poisson limit: a share of 2λ/(2n − k + λ), counted from the smaller side.
    private func start(_ x: Int, _ y: Int) -> Double {
        let total = Double(x + y)
        if x <= y {
            let poisson = poissonLimit(x, garwood.lower, -1.96, shift: 0)
            let share = 2 * poisson / (2 * total - Double(x - 1) + poisson)
            return Self.odds(share)
        }
        let poisson = poissonLimit(y, garwood.upper, 1.96, shift: 1)
        let share = 2 * poisson / (2 * total - Double(y) + poisson)
        return 1 / Self.odds(share)
    }

    /// The approximation may leave the range when there is hardly anything to count.
    private static func odds(_ share: Double) -> Double {
        let share = min(share, 0.98)
        return share / (1 - share)
    }

    /// Garwood's limit, or Wilson and Hilferty's approximation beyond the list.
    private func poissonLimit(_ count: Int, _ exact: [Double], _ z: Double, shift: Int) -> Double {
        guard count >= exact.count else { return exact[count] }
        let shape = Double(count + shift)
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        return shape * root * root * root
    }
}
