/// The regularised incomplete gamma functions of one shape, and their inverses.
///
/// P is the lower and Q the upper tail of a gamma variable with scale 1; both are computed directly, never as one
/// minus the other in the region where that loses digits.
struct Gamma: Sendable {
    /// The shape a, above 0.
    let shape: Double
    private let logOfGamma: Double

    init(shape: Double) {
        precondition(shape > 0, "a gamma shape lies above 0")
        self.shape = shape
        logOfGamma = logGamma(shape)
    }

    /// P(a, x), the probability of a value of at most x.
    func lowerTail(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < shape + 1 ? series(x) : 1 - continuedFraction(x)
    }

    /// Q(a, x), the probability of a value above x.
    func upperTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < shape + 1 ? 1 - series(x) : continuedFraction(x)
    }

    /// Returns the x with P(a, x) = p, for 0 < p < 1.
    func quantile(lowerTail p: Double) -> Double {
        solve(start: wilsonHilferty(normalQuantile(p))) { lowerTail($0) - p }
    }

    /// Returns the x with Q(a, x) = q, for 0 < q < 1.
    func quantile(upperTail q: Double) -> Double {
        solve(start: wilsonHilferty(-normalQuantile(q))) { q - upperTail($0) }
    }

    /// Finds the root of a rising function whose slope is the gamma density, by Newton steps kept inside a bracket.
    private func solve(start: Double, _ excess: (Double) -> Double) -> Double {
        var low = 0.0
        var high = Double.infinity
        var x = start
        for _ in 0..<200 {
            let error = excess(x)
            if error == 0 { return x }
            if error > 0 { high = x } else { low = x }
            var next = x - error / density(x)
            if !next.isFinite || next <= low || next >= high {
                next = high.isFinite ? (low + high) / 2 : 2 * x
            }
            if abs(next - x) <= 2e-15 * x { return next }
            x = next
        }
        return x
    }

    /// The normal approximation to the cube root of a chi-square, good enough to begin with (Wilson-Hilferty 1931).
    private func wilsonHilferty(_ z: Double) -> Double {
        let ninth = 1 / (9 * shape)
        let root = 1 - ninth + z * ninth.squareRoot()
        return max(shape * root * root * root, shape * 1e-3)
    }

    private func density(_ x: Double) -> Double {
        exponential((shape - 1) * logarithm(x) - x - logOfGamma)
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
        return sum * density(x) * x
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
            if abs(factor - 1) < 4e-16 { return value * density(x) * x }
        }
    }
}

/// Returns ln Γ(x) for x > 0: Stirling's series from 15 upward, reached from below by Γ(x + 1) = x·Γ(x).
func logGamma(_ x: Double) -> Double {
    var product = 1.0
    var shifted = x
    while shifted < 15 {
        product *= shifted
        shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156]
    let correction = terms.reversed().reduce(0) { $0 * square + $1 } / shifted
    let halfLogOfTwoPi = 0.918938533204672741780
    return (shifted - 0.5) * logarithm(shifted) - shifted + halfLogOfTwoPi + correction - logarithm(product)
}
