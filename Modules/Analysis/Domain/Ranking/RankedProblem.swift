/// A problem with its risk and its place among the others.
package struct RankedProblem: Hashable, Sendable {
    /// The problem.
    package let bottleneck: Bottleneck
    /// Its place from 1; equal risks share one.
    package let rank: Int
    /// How likely it is to befall an establishment in a year; `nil` for a figure that tells no such chance.
    package let likelihood: RiskClass?
    /// How serious it is, 1 to 5; `nil` for a figure without a class.
    package let impact: Int?
    /// The kinds of problem.
    package let keys: [ProblemKey]
}

extension ProblemGuide {
    /// Ranks problems by likelihood class times impact class, most serious first; the product is an order, no measure.
    ///
    /// Equal products share a place and stand by rate, then as they were named; a problem without a class comes last.
    package func ranked(_ bottlenecks: [Bottleneck], by figures: [Figure]) -> [RankedProblem] {
        let judged = bottlenecks.map { bottleneck -> (bottleneck: Bottleneck, likelihood: RiskClass?, impact: Int?) in
            (bottleneck, risk(of: bottleneck.figure, by: figures), impact(of: bottleneck.figure))
        }
        let products = judged.map { ($0.likelihood?.value ?? 0) * ($0.impact ?? 0) }
        let order = judged.indices.sorted { first, second in
            let rates = [first, second].map { judged[$0].likelihood?.rate ?? 0 }
            return (products[first], rates[0], -first) > (products[second], rates[1], -second)
        }
        return order.map { index in
            RankedProblem(
                bottleneck: judged[index].bottleneck,
                rank: 1 + products.count { $0 > products[index] },
                likelihood: judged[index].likelihood,
                impact: judged[index].impact,
                keys: entry(of: judged[index].bottleneck.figure)?.problems ?? []
            )
        }
    }

    /// The class of the chance that a figure tells: a share, or a count of which the rate is known.
    private func risk(of id: FigureID, by figures: [Figure]) -> RiskClass? {
        guard let entry = entry(of: id), entry.isChance else { return nil }
        let rate = figures.first { $0.id == id && $0.unit != .count } ?? figures.first { $0.id == id.per100 }
        guard let rate, let value = rate.value, let lower = rate.lower, let upper = rate.upper else { return nil }
        let chances =
            switch rate.unit {
            case .share: entry.yesIsGood ? [1 - value, 1 - upper, 1 - lower] : [value, lower, upper]
            case .count, .ratePer100: [value, lower, upper].map { $0 / 100 }
            }
        return RiskClass(
            value: likelihood(of: chances[0]),
            lowest: likelihood(of: chances[1]),
            highest: likelihood(of: chances[2]),
            rate: chances[0]
        )
    }
}
