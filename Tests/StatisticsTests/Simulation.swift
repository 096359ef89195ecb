import Statistics

/// Draws made-up data from a seed.
struct Simulation {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// How many of n say yes when each does with this chance.
    mutating func binomial(_ n: Int, _ chance: Double) -> Int {
        var count = 0
        for _ in 0..<n where Double.random(in: 0..<1, using: &generator) < chance { count += 1 }
        return count
    }

    /// A number of events with this mean, by the small chance of each of many moments.
    mutating func poisson(_ mean: Double) -> Int {
        // Waiting times of −ln u add up to the mean; products of u fall below e^−mean instead, in slices that stay in
        // range.
        var count = 0
        var rest = mean
        while rest > 0 {
            let slice = min(rest, 20)
            var product = 1.0
            let limit = Self.exponential(-slice)
            while true {
                product *= Double.random(in: 0..<1, using: &generator)
                if product <= limit { break }
                count += 1
            }
            rest -= slice
        }
        return count
    }

    /// A nearly normal number: twelve uniform ones, centred.
    mutating func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
    }

    /// A number from a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// A share.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &generator) }

    /// How often of `runs` the condition holds.
    mutating func rate(_ runs: Int, _ holds: (inout Simulation) throws -> Bool) rethrows -> Double {
        var held = 0
        for _ in 0..<runs where try holds(&self) { held += 1 }
        return Double(held) / Double(runs)
    }

    private static func exponential(_ x: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        for index in 1...200 {
            term *= abs(x) / Double(index)
            sum += term
        }
        return x < 0 ? 1 / sum : sum
    }
}
