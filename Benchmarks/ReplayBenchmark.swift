import Bus
import EventSourcing

/// Events per second through a consumer that begins at the first event: fetched, applied, committed, batch by batch.
struct ReplayBenchmark {
    let comparison: Comparison
    let folder: WorkFolder
    let bodySize: Int

    func run() async throws {
        let count = comparison.effort.replayed
        let batch = ConsumerTiming().batch
        try await withFollowedProbe(in: folder, "replay") { probe in
            comparison.report.progress("a feed of \(count) events")
            try await fill(probe, to: count)
            let peer = try BareSQLite(at: folder.file("replay-bare.sqlite"), bodySize: bodySize)
            var listeners = 0
            try await comparison.run(
                "replay, fetch to applied",
                unit: .events,
                batch: batch,
                peer: BareSQLite.name(batch)
            ) {
                listeners += 1
                return try await replay(probe, to: count, as: "listener-\(listeners)")
            } theirs: {
                try await peer.rate(of: batch, rows: count)
            }
            try peer.close()
        }
    }

    private func fill(_ probe: FollowedProbe, to count: Int) async throws {
        let workers = 100
        try await withThrowingDiscardingTaskGroup { group in
            for worker in 0..<workers {
                group.addTask {
                    for number in 0..<count / workers {
                        _ = await probe.service.carryOut(try .init(noting: number, of: "\(worker)"))
                    }
                }
            }
        }
        let head = try await probe.service.head()
        guard head.value == Int64(count) else { throw BenchFailure("the feed has \(head.value) events, not \(count)") }
    }

    private func replay(_ probe: FollowedProbe, to count: Int, as consumer: String) async throws -> Double {
        let (arrival, hasArrived) = AsyncStream<Void>.makeStream()
        var rate = 0.0
        let start = ContinuousClock.now
        try await probe.follow(as: consumer, in: folder, from: nil) { entries in
            if entries.last?.offset == FeedOffset(Int64(count)) { hasArrived.finish() }
        } while: {
            try await patiently(for: "the last event") {
                for await _ in arrival {}
            }
            rate = Double(count) / (start.duration(to: .now) / .seconds(1))
        }
        return rate
    }
}
