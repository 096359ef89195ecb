/// The memory of a process over a run, in MiB.
final class MemoryWatch {
    private var samples: [Double] = []

    func note(_ sample: Double) { samples.append(sample) }

    var last: Double { samples.last ?? 0 }

    /// Tells whether it still grew in the second half of the run; in the first half the caches fill.
    func write(_ comparison: Comparison) throws {
        guard let first = samples.dropFirst(samples.count / 2).first else {
            throw BenchFailure("the memory was never looked at")
        }
        let contest = Contest(
            measure: "memory of the gateway, at the end of the run",
            unit: .mebibytes,
            peer: "in the middle of the run",
            aim: .ratioAtMost(1.05),
            note: "two samples a round: while one partner is stopped, and when it has caught up; "
                + "first, last, most: \(Unit.mebibytes.round(samples[0])), \(Unit.mebibytes.round(last)), "
                + "\(Unit.mebibytes.round(samples.max() ?? 0)); all: \(samples.map { Unit.mebibytes.round($0) })"
        )
        try comparison.write(contest, ours: Spread([last]), peers: Spread([first]))
    }
}
