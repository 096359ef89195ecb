import EventSourcing
import FoundationEssentials
import SQLiteEventStore

/// Events per second through a new consumer that begins at the first event of a long feed.
///
/// Included are: reading and checking on the publisher's side, the answers to FETCH over a Unix socket between two
/// processes, and the consumer's transaction of 500 rows and its cursor, on disk. Not included is any decoding of what
/// an event says.
struct FeedReplayMeasure {
    let comparison: Comparison
    let folder: WorkFolder
    let count: Int

    func run() async throws {
        let contest = Contest(
            measure: "replay of \(count) events, FETCH 500, to the consumer's commit",
            unit: .events,
            peer: BareSQLite.name(500),
            aim: .atLeast(100_000)
        )
        let feed = try await HostedFeed(named: "replay", in: folder)
        comparison.report.progress("filling a feed of \(count) events")
        _ = try await feed.publish(count, batch: min(count, 10_000))
        var number = 0
        let rounds = try await comparison.rounds(contest.measure) {
            number += 1
            let ours = try await replay(feed, as: "replay-consumer-\(number)")
            // A part of the rows tells as much of the peer.
            let bare = try BareSQLite(at: folder.file("replay-bare-\(number).sqlite"), bodySize: FeedLoad.bodySize)
            let theirs = try await bare.rate(of: 500, rows: count / 10)
            try bare.close()
            return (ours, theirs)
        }
        try comparison.write(contest, ours: Spread(rounds.map(\.0)), peers: Spread(rounds.map(\.1)))
        try await feed.stop()
    }

    private func replay(_ feed: HostedFeed, as name: String) async throws -> Double {
        let consumer = try await PlainConsumer(name, in: folder)
        let arrivals = Arrivals()
        let goal = FeedOffset(Int64(count))
        var rate = 0.0
        let start = ContinuousClock.now
        try await consumer.follow(in: feed.folder, from: nil) {
            arrivals.note($0)
        } while: {
            try await patiently(for: "the last event") { await arrivals.reach(goal) }
            rate = Double(count) / (start.duration(to: .now) / .seconds(1))
        }
        comparison.report.progress("  \(Int(rate)) events/s")
        try await consumer.store.close()
        // A row for each of a million events, once a round.
        try FileManager.default.removeItem(atPath: consumer.store.path)
        return rate
    }
}
