/// What is measured of both sides, in turns, and what must come out.
struct Contest: Sendable {
    let measure: String
    let unit: Unit
    let peer: String
    let aim: Aim
    var note = ""

    /// What must come out.
    enum Aim: Sendable {
        /// Ours must be at least this part of the peer's.
        case ratioAtLeast(Double)
        /// Ours must be at most this many times the peer's.
        case ratioAtMost(Double)
        /// Ours must be at least this much, whatever the peer does.
        case atLeast(Double)
        /// Nothing; the figure is there to be read.
        case none

        /// Tells whether it came out so; nothing where nothing was aimed at.
        func isReached(ours: Double, ratio: Double) -> Bool? {
            switch self {
            case .ratioAtLeast(let least): ratio >= least
            case .ratioAtMost(let most): ratio <= most
            case .atLeast(let least): ours >= least
            case .none: nil
            }
        }

        var text: String {
            switch self {
            case .ratioAtLeast(let least): "ratio at least \(least)"
            case .ratioAtMost(let most): "ratio at most \(most)"
            case .atLeast(let least): "at least \(least)"
            case .none: "none"
            }
        }
    }

    /// Makes the line of the outcome.
    func outcome(ours: Spread, peers: Spread, load: Double) -> Outcome {
        let ratio = ours.median / peers.median
        return Outcome(
            measure: measure,
            unit: unit.name,
            ours: unit.round(ours.median),
            peer: peer,
            peers: unit.round(peers.median),
            ratio: (ratio * 1000).rounded() / 1000,
            rounds: ours.count,
            spread: Outcome.Sides(
                ours: [ours.least, ours.most].map(unit.round),
                peers: [peers.least, peers.most].map(unit.round)
            ),
            aim: aim.text,
            reached: aim.isReached(ours: ours.median, ratio: ratio),
            load: load,
            note: note
        )
    }
}
