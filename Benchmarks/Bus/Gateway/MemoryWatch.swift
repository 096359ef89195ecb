/// The memory of a process over a run, in MiB.
final class MemoryWatch {
    private var samples: [Double] = []

    func note(_ sample: Double) { samples.append(sample) }

    var last: Double { samples.last ?? 0 }

    /// Tells whether it stayed as it was after the first round, in which files and caches are still cold.
    func write(_ comparison: Comparison) throws {
        let warm = Array(samples.dropFirst(min(2, samples.count - 1)))
        guard let first = warm.first else { throw BenchFailure("the memory was never looked at") }
        let contest = Contest(
            measure: "memory of the gateway over the run: last sample beside the first after the first round",
            unit: .mebibytes,
            peer: "the first of them",
            aim: .ratioAtMost(1.1),
            note: "two samples a round: while one partner is stopped, and when it has caught up; "
                + "all: \(samples.map { Unit.mebibytes.round($0) })"
        )
        try comparison.write(contest, ours: Spread([last]), peers: Spread([first]))
    }
}
