import Bus
import EventSourcing

/// Milliseconds from a commit of the one to the commit with which the other has applied it, at 200 events per second.
struct LatencyBenchmark {
    let comparison: Comparison
    let folder: WorkFolder

    private static let interval = Duration.milliseconds(5)

    func run() async throws {
        let disk = BareDisk(path: folder.file("disk"))
        var rounds: [(ours: Spread, theirs: Spread)] = []
        try await withFollowedProbe(in: folder, "live") { probe in
            var listeners = 0
            rounds = try await comparison.rounds("latency, commit to applied, 200 events/s") {
                listeners += 1
                let ours = try await delays(of: probe, as: "live-listener-\(listeners)")
                return (Spread(ours), Spread(try await disk.times(comparison.effort.timed)))
            }
        }
        for (name, part) in [("p50", 0.5), ("p99", 0.99)] {
            try comparison.report.add(
                Measurement(
                    "live latency, commit to applied, \(name)",
                    unit: .milliseconds,
                    batch: 1,
                    ours: Spread(rounds.map { $0.ours.quantile(part) }),
                    peer: "\(BareDisk.name), \(name)",
                    peers: Spread(rounds.map { $0.theirs.quantile(part) })
                )
            )
        }
    }

    /// The delay of each event of one round.
    private func delays(of probe: FollowedProbe, as consumer: String) async throws -> [Double] {
        let log = DelayLog()
        let run = String(UInt64.random(in: .min ... .max), radix: 36)
        let head = try await probe.service.head()
        let cursor = FeedCursor(epoch: probe.service.epoch, offset: head)
        try await probe.follow(as: consumer, in: folder, from: cursor) { entries in
            log.apply(entries.map(\.offset.value), at: .now)
        } while: {
            // The first events come while the connection is being made and do not count.
            let warmUp = 20
            var due = ContinuousClock.now
            for number in 0..<warmUp + comparison.effort.timed {
                try await ContinuousClock().sleep(until: due)
                let mark = try await probe.service.carryOut(try .init(noting: number, of: run)).mark()
                if number >= warmUp { log.commit(mark, at: .now) }
                due += Self.interval
            }
            let count = comparison.effort.timed
            try await patiently(for: "the last of \(count) events") { await log.finished(count) }
        }
        return log.delays
    }
}
