import Contracts
import EventSourcing
import FoundationEssentials
import SQLiteEventStore

/// Events per second into the store alone, by writers that share its commits.
struct AppendBenchmark {
    let comparison: Comparison
    let folder: WorkFolder
    let bodySize: Int

    func run() async throws {
        let payload = Data(repeating: UInt8(ascii: "x"), count: bodySize)
        for writers in [1, 10, 100] {
            let store = try await SQLiteEventStore.open(at: folder.file("append-\(writers).sqlite"))
            let peer = try BareSQLite(at: folder.file("append-\(writers)-bare.sqlite"), bodySize: bodySize)
            try await comparison.run(
                "appends, group commit",
                unit: .events,
                batch: writers,
                peer: BareSQLite.name(writers)
            ) {
                try await Workers(count: writers).rate(over: comparison.effort.turn) { run, number in
                    let (series, place) = number.quotientAndRemainder(dividingBy: Observation.seriesLength)
                    let id = UUID()
                    let metadata = EventMetadata(
                        correlation: id,
                        causation: id,
                        actor: "kvk:12345678/projectleider",
                        recordedAt: Instant(microseconds: Int64(number))
                    )
                    let event = NewEvent(id: id, type: ObservationNoted.type, payload: payload, metadata: metadata)
                    let stream = StreamName("series", "\(run)-\(series)")
                    _ = try await store.write { transaction in
                        try transaction.append([event], to: stream, expecting: .exactly(Revision(Int64(place))))
                    }
                }
            } theirs: {
                try await peer.rate(of: writers, over: comparison.effort.turn)
            }
            let statistics = store.statistics
            comparison.report.progress("  \(statistics.writes) appends in \(statistics.commits) commits")
            try await store.close()
            try peer.close()
        }
    }
}
