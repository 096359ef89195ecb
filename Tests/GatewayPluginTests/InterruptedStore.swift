import EventSourcing
import Synchronization

/// A store whose process ends after some transactions: those are kept, and every later one fails.
final class InterruptedStore: EventStore {
    private let base: InMemoryEventStore
    private let left: Mutex<Int>

    init(_ base: InMemoryEventStore, after count: Int) {
        self.base = base
        left = Mutex(count)
    }

    var epoch: Epoch { base.epoch }
    var heads: AsyncStream<FeedOffset> { base.heads }
    var changes: AsyncStream<Void> { base.changes }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
    ) async throws -> Result {
        let isOver = left.withLock { left in
            left -= 1
            return left < 0
        }
        guard !isOver else { throw EventStoreError.closed }
        return try await base.write(body)
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Result) async throws -> Result {
        try await base.read(body)
    }

    func close() async throws { try await base.close() }
}
