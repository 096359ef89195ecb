/// The regularised incomplete beta function of two shapes, and its inverse as odds.
///
/// A point is given with its complement, so that neither end of [0, 1] loses digits. Good to about 1e-12 relative
/// for shapes up to 1e9.
struct Beta: Sendable {
    /// The exponent of x, above 0.
    let a: Double
    /// The exponent of 1 − x, above 0.
    let b: Double
    private let stirlingError: Double
    private let factor: Double

    init(_ a: Double, _ b: Double) {
        precondition(a > 0 && b > 0, "both beta shapes lie above 0")
        self.a = a
        self.b = b
        stirlingError =
            Saddlepoint.stirlingError(a) + Saddlepoint.stirlingError(b) - Saddlepoint.stirlingError(a + b)
        factor = (a / (a + b) * b / (2 * .pi)).squareRoot()
    }

    /// I(x; a, b), the probability of a value of at most x.
    func lowerTail(_ x: Double, complement y: Double) -> Double {
        guard x > 0 else { return 0 }
        guard y > 0 else { return 1 }
        let kernel = kernel(x, y)
        return isBelowMean(x, y)
            ? kernel * Self.continuedFraction(a, b, x, y) : 1 - kernel * Self.continuedFraction(b, a, y, x)
    }

    /// 1 − I(x; a, b), the probability of a value above x.
    func upperTail(_ x: Double, complement y: Double) -> Double {
        guard x > 0 else { return 1 }
        guard y > 0 else { return 0 }
        let kernel = kernel(x, y)
        return isBelowMean(x, y)
            ? 1 - kernel * Self.continuedFraction(a, b, x, y) : kernel * Self.continuedFraction(b, a, y, x)
    }

    /// Returns the odds x/(1−x) at which I(x; a, b) = p, for 0 < p < 1.
    func odds(lowerTail p: Double) -> Double {
        if b == 1 {
            let logOfX = logarithm(p) / a
            return exponential(logOfX) / -exponentialLessOne(logOfX)
        }
        if a == 1 {
            let logOfComplement = logarithm(onePlus: -p) / b
            return -exponentialLessOne(logOfComplement) / exponential(logOfComplement)
        }
        return p <= 0.5 ? solve(.lower, p) : solve(.upper, 1 - p)
    }

    /// Returns the odds x/(1−x) at which 1 − I(x; a, b) = q, for 0 < q < 1.
    func odds(upperTail q: Double) -> Double {
        1 / Beta(b, a).odds(lowerTail: q)
    }

    private func solve(_ side: TailSolver.Side, _ p: Double) -> Double {
        let z = side == .lower ? normalQuantile(p) : -normalQuantile(p)
        return TailSolver.solve(
            side,
            p,
            start: a / b * exponential(z * (1 / a + 1 / b).squareRoot()),
            tail: { odds in
                let (x, y) = Self.point(odds)
                return side == .lower ? lowerTail(x, complement: y) : upperTail(x, complement: y)
            },
            slope: { odds in
                let (x, y) = Self.point(odds)
                return kernel(x, y)
            }
        )
    }

    /// The point and its complement that have these odds.
    private static func point(_ odds: Double) -> (x: Double, complement: Double) {
        (odds / (1 + odds), 1 / (1 + odds))
    }

    private func isBelowMean(_ x: Double, _ y: Double) -> Bool { b * x <= a * y }

    /// xᵃ·(1−x)ᵇ / B(a, b): the density over the logarithm of the odds.
    private func kernel(_ x: Double, _ y: Double) -> Double {
        let n = a + b
        let deviance = Saddlepoint.deviance(a, mean: n * x) + Saddlepoint.deviance(b, mean: n * y)
        return factor * exponential(-stirlingError - deviance)
    }

    /// I(x; a, b) over the kernel, for x up to the mean (Didonato & Morris 1992, BFRAC).
    ///
    /// Unlike the usual fraction it takes the distance from the mean as it is, which keeps its digits where x is near 1.
    private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
        let distance = (a > b ? (a + b) * y - b : a - (a + b) * x) + 1
        let ratio = b / a
        let first = 1 + 1 / a
        var (numerator, denominator) = (0.0, first / distance)
        // The last convergent is kept as value : 1 and the one before it to that scale, so that neither leaves the range.
        var value = first / distance
        var p = 1.0
        var s = a + 1
        var n = 0.0
        // Ten million steps serve shapes far beyond 1e9; what is no number ends there too.
        while n < 1e7 {
            n += 1
            let t = n / a
            let w = n * (b - n) * x
            let inverse = a / s
            let alpha = p * (p + ratio) * inverse * inverse * (w * x)
            let beta = n + w / s + (t + 1) / (first + t + t) * (distance + n * (1 + y))
            p = t + 1
            s += 2
            let newNumerator = alpha * numerator + beta * value
            let newDenominator = alpha * denominator + beta
            numerator = value / newDenominator
            denominator = 1 / newDenominator
            let next = newNumerator / newDenominator
            if abs(next - value) <= 4e-16 * next { return next }
            value = next
        }
        return value
    }
}
