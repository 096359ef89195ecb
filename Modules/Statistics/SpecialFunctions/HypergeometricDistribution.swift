/// The hypergeometric distribution: how many of the draws are yes when all are drawn from a list without return.
struct HypergeometricDistribution: Sendable {
    /// The size of the list, at most 1e9.
    let population: Double
    /// How many in the list are yes.
    let yes: Double
    /// How many are drawn.
    let drawn: Double

    /// The smallest number of yes that can be drawn.
    var smallest: Double { max(0, drawn - (population - yes)) }
    /// The largest number of yes that can be drawn.
    var largest: Double { min(drawn, yes) }

    /// P(X ≤ x), rounded once from about 30 digits; 0 below about 1e-40.
    func atMost(_ x: Double) -> Double { sum(negligible: 1e-40) { value, _ in value <= x } }

    /// P(X ≥ x), rounded once from about 30 digits; 0 below about 1e-40.
    func atLeast(_ x: Double) -> Double { sum(negligible: 1e-40) { value, _ in value >= x } }

    /// The sum of all probabilities that are at most that of x, with a relative slack of 1e-7 for equal ones.
    func atMostAsLikely(as x: Double) -> Double {
        var limit = 0.0
        forEachWeight(negligible: 1e-300) { value, weight in
            if value == x { limit = weight.high * (1 + 1e-7) }
        }
        return min(1, sum(negligible: 1e-300) { _, weight in weight <= limit })
    }

    private func sum(negligible: Double, of isCounted: (Double, Double) -> Bool) -> Double {
        var counted = DoubleDouble(0)
        var all = DoubleDouble(0)
        forEachWeight(negligible: negligible) { value, weight in
            all = all + weight
            if isCounted(value, weight.high) { counted = counted + weight }
        }
        return (counted / all).high
    }

    /// Visits the values outward from the most likely one with their probabilities relative to its own.
    private func forEachWeight(negligible: Double, _ visit: (Double, DoubleDouble) -> Void) {
        let mode = ((drawn + 1) / (population + 2) * (yes + 1)).rounded(.down)
        let start = min(max(mode, smallest), largest)
        visit(start, DoubleDouble(1))
        var weight = DoubleDouble(1)
        var value = start
        while value < largest, weight.high > negligible {
            let numerator = DoubleDouble(yes - value, times: drawn - value)
            let divisor = DoubleDouble(value + 1, times: population - yes - drawn + value + 1)
            weight = weight * (numerator / divisor)
            value += 1
            visit(value, weight)
        }
        weight = DoubleDouble(1)
        value = start
        while value > smallest, weight.high > negligible {
            let numerator = DoubleDouble(value, times: population - yes - drawn + value)
            let divisor = DoubleDouble(yes - value + 1, times: drawn - value + 1)
            weight = weight * (numerator / divisor)
            value -= 1
            visit(value, weight)
        }
    }
}
