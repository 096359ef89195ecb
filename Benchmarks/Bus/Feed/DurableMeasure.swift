import EventSourcing
import SQLiteEventStore

/// Events per second from the first instruction to publish until the consumer's last commit, in two processes.
///
/// The commits of both are on disk. A peer only takes the events in.
struct DurableMeasure {
    let comparison: Comparison
    let folder: WorkFolder
    let count: Int
    let batch: Int

    private var title: String { "durable publish to applied by a consumer, \(batch) events a commit" }

    func run() async throws {
        let bare = try BareSQLite(at: folder.file("bare.sqlite"), bodySize: FeedLoad.bodySize)
        var outside: [OutsidePeer] = []
        for kind in OutsidePeer.Kind.allCases {
            if let peer = try await OutsidePeer(kind, in: folder) { outside.append(peer) }
        }
        let feed = try await HostedFeed(named: "durable", in: folder)
        let consumer = try await PlainConsumer("durable-consumer", in: folder)
        let arrivals = Arrivals()
        var published = 0
        try await consumer.follow(in: feed.folder, from: nil) {
            arrivals.note($0)
        } while: {
            let rounds = try await comparison.rounds(title) {
                published += count
                let ours = try await rate(feed, upTo: FeedOffset(Int64(published)), arrivals)
                var theirs = [try await bare.rate(of: batch, rows: count)]
                // They are slower, and a part of the events tells as much.
                for peer in outside { theirs.append(try await peer.rate(rows: count / 4)) }
                return (ours: ours, theirs: theirs)
            }
            let ours = Spread(rounds.map(\.ours))
            for (number, peer) in ([BareSQLite.name(batch)] + outside.map(\.kind.name)).enumerated() {
                let contest = contest(peer, number == 0 ? 0.6 : 1)
                try comparison.write(contest, ours: ours, peers: Spread(rounds.map { $0.theirs[number] }))
            }
        }
        for peer in outside { try await peer.stop() }
        try await feed.stop()
        try await consumer.store.close()
        try bare.close()
    }

    private func contest(_ peer: String, _ least: Double) -> Contest {
        Contest(
            measure: title,
            unit: .events,
            peer: peer,
            aim: .ratioAtLeast(least),
            note: "ours commits each event twice, in the publisher's store and the consumer's; the peer once"
        )
    }

    private func rate(_ feed: HostedFeed, upTo goal: FeedOffset, _ arrivals: Arrivals) async throws -> Double {
        let start = ContinuousClock.now
        let seconds = try await feed.publish(count, batch: batch)
        try await patiently(for: "event \(goal.value)") { await arrivals.reach(goal) }
        let rate = Double(count) / (start.duration(to: .now) / .seconds(1))
        comparison.report.progress("  published \(Int(Double(count) / seconds))/s, applied \(Int(rate))/s")
        return rate
    }
}
