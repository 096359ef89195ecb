import Synchronization

/// Keeps everything in memory: the store of tests and of a demonstration that leaves nothing behind.
///
/// It keeps the same promises as a store on disk except that what it holds ends with it.
package final class InMemoryEventStore: EventStore {
    package let epoch: Epoch
    package let heads: AsyncStream<FeedOffset>
    package let changes: AsyncStream<Void>

    private let headListener: AsyncStream<FeedOffset>.Continuation
    private let changeListener: AsyncStream<Void>.Continuation
    /// Empty once the store is closed.
    private let content: Mutex<InMemoryContent?>

    /// Makes an empty store.
    package convenience init(epoch: Epoch = Epoch()) {
        self.init(InMemoryContent(), epoch: epoch)
    }

    /// Makes a store that holds what another one holds now, as a backup does; neither sees what the other does later.
    ///
    /// - Parameters:
    ///   - original: The store to copy, which is not closed.
    ///   - epoch: A new epoch for a backup that is restored; the original's when none is given.
    /// - Throws: ``EventStoreError/closed``.
    package convenience init(copying original: InMemoryEventStore, epoch: Epoch? = nil) throws {
        guard let content = original.content.withLock({ $0 }) else { throw EventStoreError.closed }
        self.init(content, epoch: epoch ?? original.epoch)
    }

    private init(_ content: InMemoryContent, epoch: Epoch) {
        self.epoch = epoch
        self.content = Mutex(content)
        (heads, headListener) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (changes, changeListener) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try use { transaction in
            let head = transaction.content.feedHead
            do {
                let result = try body(transaction)
                // Told inside the lock, or a slower writer's older head could come after a newer one and replace it.
                if transaction.content.feedHead != head { headListener.yield(transaction.content.feedHead) }
                if transaction.hasChanged { changeListener.yield() }
                return result
            } catch {
                transaction.undo()
                throw error
            }
        }
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try use { try body($0) }
    }

    /// Forgets how far the store has come in a feed, as an operator does by hand who lets it be heard from its beginning.
    ///
    /// - Throws: ``EventStoreError/closed``.
    package func removeCursor(in feed: String) throws {
        try content.withLock { content in
            guard content != nil else { throw EventStoreError.closed }
            content?.cursors[feed] = nil
        }
    }

    package func close() async throws {
        content.withLock { $0 = nil }
        headListener.finish()
        changeListener.finish()
    }

    /// Lends the content to a transaction; it is moved there and back, so that changing it never copies it.
    private func use<Result: Sendable>(_ body: (InMemoryTransaction) throws -> Result) throws -> Result {
        try content.withLock { content in
            guard let present = content.take() else { throw EventStoreError.closed }
            let transaction = InMemoryTransaction(present)
            defer { content = transaction.end() }
            return try body(transaction)
        }
    }
}
