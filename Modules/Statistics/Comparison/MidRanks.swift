/// Ranks two groups together, equal values sharing the mean of their ranks.
struct MidRanks: Sendable {
    /// The sum of the first group's ranks.
    let sumOfFirst: Double
    /// Σ(t³ − t) over the groups of t equal values.
    let tieCorrection: Double

    /// Tells whether two values are equal.
    var hasTies: Bool { tieCorrection > 0 }

    init(_ first: [Double], _ second: [Double]) {
        let all = (first.map { ($0, true) } + second.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var (sum, correction) = (0.0, 0.0)
        var start = 0
        while start < all.count {
            let end = all[start...].firstIndex { $0.0 != all[start].0 } ?? all.count
            let size = Double(end - start)
            correction += size * size * size - size
            sum += Double(start + end + 1) / 2 * Double(all[start..<end].count { $0.1 })
            start = end
        }
        sumOfFirst = sum
        tieCorrection = correction
    }
}
