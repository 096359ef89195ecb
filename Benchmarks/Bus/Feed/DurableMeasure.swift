import EventSourcing
import SQLiteEventStore

/// Events per second from the first instruction to publish until the consumer's last commit: two processes, and both
/// sides' commits on disk. The peer only inserts, with as many rows a commit.
struct DurableMeasure {
    let comparison: Comparison
    let folder: WorkFolder
    let count: Int
    let batch: Int

    func run() async throws {
        let contest = Contest(
            measure: "durable publish to applied by a consumer, \(batch) events a commit",
            unit: .events,
            peer: BareSQLite.name(batch),
            aim: .ratioAtLeast(0.6),
            note: "ours commits twice, in publisher and consumer; the peer once"
        )
        let peer = try BareSQLite(at: folder.file("bare-\(batch).sqlite"), bodySize: FeedLoad.bodySize)
        let feed = try await HostedFeed(named: "durable-\(batch)", in: folder)
        let consumer = try await PlainConsumer("durable-consumer-\(batch)", in: folder)
        let arrivals = Arrivals()
        var published = 0
        try await consumer.follow(in: feed.folder, from: nil) { arrivals.note($0) } while: {
            let rounds = try await comparison.rounds(contest.measure) {
                let start = ContinuousClock.now
                published += count
                let seconds = try await feed.publish(count, batch: batch)
                let goal = FeedOffset(Int64(published))
                try await patiently(for: "the last of \(published) events") { await arrivals.reach(goal) }
                let ours = Double(count) / (start.duration(to: .now) / .seconds(1))
                comparison.report.progress("  published \(Int(Double(count) / seconds))/s, applied \(Int(ours))/s")
                return (ours, try await peer.rate(of: batch, rows: count))
            }
            try contest.outcome(ours: Spread(rounds.map(\.0)), peers: Spread(rounds.map(\.1))).write()
        }
        try await feed.stop()
        try await consumer.store.close()
        try peer.close()
    }
}
