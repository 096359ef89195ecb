/// The parts of which Poisson, binomial, gamma and beta densities are built without cancellation (Loader 2000).
///
/// A density written with logarithms of factorials loses as many digits as its counts have; written as Stirling's
/// error and a deviance it keeps nearly all of them, for counts of any size.
enum Saddlepoint {
    /// ln Γ(n + 1) − (n + ½)·ln n + n − ½·ln 2π for n > 0, to about 1e-16 absolute.
    static func stirlingError(_ n: Double) -> Double {
        if n >= 15 { return stirlingSeries(n) }
        let doubled = 2 * n
        if doubled == doubled.rounded() { return halves[Int(doubled)] }
        return stirlingErrorByRecurrence(n)
    }

    /// x·ln(x / mean) + mean − x for x > 0 and mean > 0: what the logarithm of a density loses away from its mean.
    static func deviance(_ x: Double, mean: Double) -> Double {
        let difference = x - mean
        let sum = x + mean
        guard abs(difference) < 0.1 * sum else { return x * logarithm(x / mean) - difference }
        let ratio = difference / sum
        let square = ratio * ratio
        var value = difference * ratio
        var term = 2 * x * ratio
        var divisor = 1.0
        while true {
            term *= square
            divisor += 2
            let next = value + term / divisor
            if next == value { return value }
            value = next
        }
    }

    private static func stirlingSeries(_ n: Double) -> Double {
        let square = 1 / (n * n)
        let tail = 1.0 / 1188 - square * (691.0 / 360_360 - square / 156)
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * tail)))) / n
    }

    private static func stirlingErrorByRecurrence(_ n: Double) -> Double {
        var value = 0.0
        var shifted = n
        while shifted < 15 {
            value += (shifted + 0.5) * logarithm(onePlus: 1 / shifted) - 1
            shifted += 1
        }
        return value + stirlingSeries(shifted)
    }

    /// The errors of 0, ½, 1, … 14½; the first is never asked for.
    private static let halves: [Double] =
        [.infinity] + (1..<30).map { stirlingErrorByRecurrence(Double($0) / 2) }
}

extension Saddlepoint {
    /// The deviance of a count that may be 0.
    static func unitDeviance(_ x: Double, mean: Double) -> Double {
        x > 0 ? deviance(x, mean: mean) : mean
    }
}
