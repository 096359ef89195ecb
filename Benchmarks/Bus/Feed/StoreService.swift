import Bus
import EventSourcing
import Foundation
import SQLiteEventStore

/// A feed straight from a store, without any plug-in before it: what is measured is the bus.
struct StoreService: FeedService {
    let store: SQLiteEventStore

    var epoch: Epoch { store.epoch }
    var heads: AsyncStream<FeedOffset> { store.heads }
    var now: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }

    func head() async throws -> FeedOffset { try await store.read { try $0.feedHead() } }
    func floor() async throws -> FeedOffset { .start }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        try await store.read { try $0.feed(after: offset, limit: limit, maxBytes: maxBytes) }
    }

    func snapshot(
        asOf: FeedOffset,
        after: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        throw BenchFailure("nothing that is measured asks for a snapshot")
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        try await store.read { try $0.acknowledgements()[consumer] ?? .start }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        try await store.write { try $0.acknowledge(consumer: consumer, upTo: offset) }
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {
        throw BenchFailure("nothing that is measured sets an entry aside: \(reason)")
    }
}
