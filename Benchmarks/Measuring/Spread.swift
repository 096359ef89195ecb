/// The outcomes of the rounds of one side.
struct Spread: Sendable {
    private let sorted: [Double]

    /// Takes one outcome a round.
    ///
    /// - Precondition: There is at least one.
    init(_ outcomes: [Double]) {
        precondition(!outcomes.isEmpty, "a spread is of one round or more")
        sorted = outcomes.sorted()
    }

    var least: Double { quantile(0) }
    var median: Double { (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2 }
    var most: Double { quantile(1) }
    var count: Int { sorted.count }

    /// The outcome that a part of all, 0 to 1, does not exceed, by nearest rank.
    func quantile(_ part: Double) -> Double {
        let rank = Int((part * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
