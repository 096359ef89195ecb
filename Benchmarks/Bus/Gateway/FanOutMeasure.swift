import EventSourcing
import Foundation

/// What a partner that stands still does to the others, and whether the gateway's memory stays as it was.
///
/// Each round publishes twice at the same pace: with all partners reading, and with one whose process is stopped. It
/// goes on after that and has to catch up before the next round.
struct FanOutMeasure {
    let comparison: Comparison
    let folder: WorkFolder
    /// The events of each half of a round.
    let count: Int
    let partners = 60

    private static let rate = 50

    func run() async throws {
        let watch = MemoryWatch()
        var rounds: [(reading: Spread, stopped: Spread)] = []
        try await GatewayStage.with(named: "fanout", in: folder) { stage in
            let (others, last) = try (others(of: stage), Partners(serverKey: stage.serverKey, in: stage.folder))
            comparison.report.progress("admitting \(partners) partners")
            for number in 1...partners {
                let guest = try await stage.admit("partner-\(number)")
                try await (number == partners ? last : others).follow(guest)
            }
            rounds = try await comparison.rounds("fan-out to \(partners) partners, \(Self.rate) events/s") {
                let reading = try await half(stage, others)
                try await last.reach(reading.head)
                last.stop()
                let stopped = try await half(stage, others, watch)
                last.goOn()
                try await last.reach(stopped.head)
                watch.note(caughtUp: try stage.memory())
                let (before, after) = (Spread(reading.delays), Spread(stopped.delays))
                comparison.report.progress(
                    "  p50 \(before.median) to \(after.median) ms, p99 \(before.quantile(0.99)) to "
                        + "\(after.quantile(0.99)) ms, memory \(watch.last) MiB"
                )
                return (before, after)
            }
            try await others.finish()
            try await last.finish()
        }
        for (name, part, aim) in [("p50", 0.5, Contest.Aim.none), ("p99", 0.99, .ratioAtMost(1.5))] {
            let contest = Contest(
                measure:
                    "fan-out to \(partners) partners at \(Self.rate) events/s, one stopped, commit to the others, \(name)",
                unit: .milliseconds,
                peer: "the same with all \(partners) reading",
                aim: aim,
                note: "CURVE on every socket; the others are 59 consumers in one process that only note what came"
            )
            try comparison.write(
                contest,
                ours: Spread(rounds.map { $0.stopped.quantile(part) }),
                peers: Spread(rounds.map { $0.reading.quantile(part) })
            )
        }
        try watch.write(comparison)
    }

    private func others(of stage: GatewayStage) throws -> Partners {
        try Partners(serverKey: stage.serverKey, in: stage.folder)
    }

    private func half(
        _ stage: GatewayStage,
        _ others: Partners,
        _ watch: MemoryWatch? = nil
    ) async throws -> (head: FeedOffset, delays: [Double]) {
        let published = try await stage.publish(count, every: .seconds(1) / Self.rate)
        watch?.note(stopped: try stage.memory())
        let head = published.last?.offset ?? .start
        try await others.reach(head)
        return (head, try published.delays(from: \.committed, until: try await others.arrivals(), times: partners - 1))
    }
}
