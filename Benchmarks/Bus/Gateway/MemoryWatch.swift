/// The memory of a process over a run, in MiB.
final class MemoryWatch {
    /// While one partner is stopped.
    private var stopped: [Double] = []
    /// When it has caught up.
    private var caughtUp: [Double] = []

    func note(stopped sample: Double) { stopped.append(sample) }
    func note(caughtUp sample: Double) { caughtUp.append(sample) }

    var last: Double { caughtUp.last ?? 0 }

    /// Tells whether it still grew in the second half of the run; in the first half the caches fill.
    func write(_ comparison: Comparison) throws {
        // Only what was looked at in the same state is compared.
        guard let first = caughtUp.dropFirst(caughtUp.count / 2).first else {
            throw BenchFailure("the memory was never looked at")
        }
        let contest = Contest(
            measure: "memory of the gateway, at the end of the run",
            unit: .mebibytes,
            peer: "in the middle of the run",
            aim: .ratioAtMost(1.05),
            note: "each time when the partner that was stopped has caught up: \(caughtUp.map(Unit.mebibytes.round)); "
                + "beside it, while it was stopped: \(stopped.map(Unit.mebibytes.round))"
        )
        try comparison.write(contest, ours: Spread([last]), peers: Spread([first]))
    }
}
