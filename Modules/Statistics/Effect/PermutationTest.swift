/// Holds how many ways of dividing the same numbers in two differ at least as much as the real one.
package struct PermutationTest: Sendable, Hashable {
    /// The ways that differ as much or more; of sampled ones without the real one.
    package let count: Int
    /// The ways tried.
    package let total: Int
    /// The two-sided p-value: count/total, or (1+count)/(1+total) when sampled; the real division always counts.
    package let pValue: Double
    /// The seed when the ways were sampled; nil when all were tried.
    package let seed: UInt64?
}

/// Tests whether the means of two groups differ, by dividing the numbers anew (`permutation_diff`; Fisher 1935).
///
/// Counts the divisions with |mean difference| ≥ |observed| − 1e-12. All of them are tried when they are no more than the
/// limit; otherwise 9,999 are drawn at random from the seed.
///
/// - Parameters:
///   - x: the numbers of the first group.
///   - y: those of the second.
///   - limit: the most divisions to try exhaustively.
///   - seed: what the random divisions begin with.
/// - Returns: The number of divisions that differ at least as much, and the p-value.
/// - Throws: `StatisticsError` when a group is empty or has a number that is not finite.
package func permutationDiff(
    _ x: [Double],
    _ y: [Double],
    limit: Int = 200_000,
    seed: UInt64
) throws(StatisticsError) -> PermutationTest {
    try Check.atLeast(1, "the first group", x.count)
    try Check.atLeast(1, "the second group", y.count)
    try Check.finite(x, "the number")
    try Check.finite(y, "the number")
    let divisions = Divisions(x, y)
    if let total = divisions.total, total <= limit {
        let count = divisions.countAll()
        return PermutationTest(count: count, total: total, pValue: Double(count) / Double(total), seed: nil)
    }
    let total = 9_999
    let count = divisions.countSampled(total, seed: seed)
    return PermutationTest(
        count: count,
        total: total,
        pValue: Double(1 + count) / Double(1 + total),
        seed: seed
    )
}

/// The ways of dividing numbers in two groups of the same sizes.
private struct Divisions {
    private let values: [Double]
    private let size: Int
    private let sum: Double
    private let limit: Double

    init(_ x: [Double], _ y: [Double]) {
        values = x + y
        size = x.count
        sum = values.sum
        limit = abs(x.sum / Double(x.count) - y.sum / Double(y.count)) - 1e-12
    }

    /// How many there are; nil beyond what a number holds.
    var total: Int? {
        var ways = 1
        for step in 0..<min(size, values.count - size) {
            let (product, overflow) = ways.multipliedReportingOverflow(by: values.count - step)
            if overflow { return nil }
            ways = product / (step + 1)
        }
        return ways
    }

    func countAll() -> Int { count(from: 0, chosen: 0, sum: 0) }

    /// Adds in the order of the values, so that each division has one sum whatever came before it.
    private func count(from index: Int, chosen: Int, sum: Double) -> Int {
        if chosen == size { return differs(sum) ? 1 : 0 }
        var found = 0
        for next in index...(values.count - (size - chosen)) {
            found += count(from: next + 1, chosen: chosen + 1, sum: sum + values[next])
        }
        return found
    }

    func countSampled(_ total: Int, seed: UInt64) -> Int {
        var generator = SeededGenerator(seed: seed)
        return (0..<total).count { _ in
            differs(values.shuffled(using: &generator)[..<size].reduce(0, +))
        }
    }

    private func differs(_ part: Double) -> Bool {
        abs(part / Double(size) - (sum - part) / Double(values.count - size)) >= limit
    }
}
