/// The regularised incomplete gamma functions of one shape, and their inverses.
///
/// P is the lower and Q the upper tail of a gamma variable with scale 1; both are computed directly, never as one
/// minus the other in the region where that loses digits. Good to about 1e-13 relative for shapes up to 1e9.
struct Gamma: Sendable {
    /// The shape a, above 0.
    let shape: Double
    private let stirlingError: Double
    private let factor: Double

    init(shape: Double) {
        precondition(shape > 0, "a gamma shape lies above 0")
        self.shape = shape
        stirlingError = Saddlepoint.stirlingError(shape)
        factor = (shape / (2 * .pi)).squareRoot()
    }

    /// P(a, x), the probability of a value of at most x.
    func lowerTail(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < .infinity else { return 1 }
        return x < shape + 1 ? series(x) : 1 - continuedFraction(x)
    }

    /// Q(a, x), the probability of a value above x.
    func upperTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < .infinity else { return 0 }
        return x < shape + 1 ? 1 - series(x) : continuedFraction(x)
    }

    /// Returns the x with P(a, x) = p, for 0 < p < 1.
    func quantile(lowerTail p: Double) -> Double {
        guard p <= 0.5 else { return quantile(upperTail: 1 - p) }
        return TailSolver.solve(
            .lower,
            p,
            start: wilsonHilferty(normalQuantile(p)),
            tail: lowerTail,
            slope: kernel
        )
    }

    /// Returns the x with Q(a, x) = q, for 0 < q < 1.
    func quantile(upperTail q: Double) -> Double {
        guard q <= 0.5 else { return quantile(lowerTail: 1 - q) }
        guard shape != 1 else { return -logarithm(q) }
        return TailSolver.solve(
            .upper,
            q,
            start: wilsonHilferty(-normalQuantile(q)),
            tail: upperTail,
            slope: kernel
        )
    }

    /// The normal approximation to the cube root of a chi-square, good enough to begin with (Wilson-Hilferty 1931).
    private func wilsonHilferty(_ z: Double) -> Double {
        let ninth = 1 / (9 * shape)
        let root = 1 - ninth + z * ninth.squareRoot()
        return max(shape * root * root * root, shape * 1e-3)
    }

    /// xᵃ·e⁻ˣ / Γ(a): x times the density.
    private func kernel(_ x: Double) -> Double {
        factor * exponential(-stirlingError - Saddlepoint.deviance(shape, mean: x))
    }

    private func series(_ x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var divisor = shape
        repeat {
            divisor += 1
            term *= x / divisor
            sum += term
        } while term > sum * 1e-17
        return sum * kernel(x)
    }

    /// The Legendre continued fraction for Q by the modified method of Lentz.
    private func continuedFraction(_ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - shape
        var c = 1 / tiny
        var d = 1 / (abs(b) < tiny ? tiny : b)
        var value = d
        var step = 0.0
        while true {
            step += 1
            let a = -step * (step - shape)
            b += 2
            d = a * d + b
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + a / c
            if abs(c) < tiny { c = tiny }
            let factor = d * c
            value *= factor
            if abs(factor - 1) < 4e-16 { return value * kernel(x) }
        }
    }
}

/// Returns ln Γ(x) for x > 0: Stirling's series from 15 upward, reached from below by Γ(x + 1) = x·Γ(x).
func logGamma(_ x: Double) -> Double {
    let halfLogOfTwoPi = 0.918938533204672741780
    var product = 1.0
    var shifted = x
    while shifted < 15 {
        product *= shifted
        shifted += 1
    }
    let correction = Saddlepoint.stirlingError(shifted)
    return (shifted - 0.5) * logarithm(shifted) - shifted + halfLogOfTwoPi + correction - logarithm(product)
}
