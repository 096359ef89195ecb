package import EventSourcing
import GRDB
import Synchronization

/// Keeps a plug-in's events, feed and documents in one SQLite file.
///
/// A `write` that has returned is on disk: the journal is write-ahead with `synchronous=FULL`. Writers that come
/// while a commit is under way share the next one, each in a savepoint of its own, so that one that throws takes
/// back only what it did itself. They are answered after the commit, and all get its error when it fails: what a
/// writer saw of the others in its batch then never was.
///
/// Every event and feed entry carries a SHA-256 that is checked whenever it is read. A file beside the store counts the
/// commits that were acknowledged, so that one which lost some of them is not opened.
package final class SQLiteEventStore: EventStore {
    /// The most writers that share one commit.
    package static let largestBatch = 256

    package let epoch: Epoch
    package let heads: AsyncStream<FeedOffset>
    package let changes: AsyncStream<Void>

    /// The file that holds the store.
    package let path: String
    /// Whether the file held something and had no mark: then nobody can tell whether it is all that was acknowledged.
    ///
    /// So it is with the file of a former version and with a backup of the database alone. It has a mark now.
    package let wasUnmarked: Bool

    private let headListener: AsyncStream<FeedOffset>.Continuation
    private let changeListener: AsyncStream<Void>.Continuation
    private let pool: DatabasePool
    private let lock: FileLock
    private let mark: MarkFile
    private let queue = Mutex(CommitQueue())
    private let counted = Mutex(CommitStatistics())

    init(path: String, pool: DatabasePool, lock: FileLock, epoch: Epoch, mark: MarkFile, wasUnmarked: Bool) {
        self.path = path
        self.mark = mark
        self.wasUnmarked = wasUnmarked
        self.pool = pool
        self.lock = lock
        self.epoch = epoch
        (heads, headListener) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (changes, changeListener) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How much was written since the store was opened.
    package var statistics: CommitStatistics { counted.withLock { $0 } }

    /// The writers that wait for the next commit.
    package var waiting: Int { queue.withLock { $0.waitingCount } }

    /// Runs a transaction; when it returns, the change is on disk.
    ///
    /// A task that is cancelled while it waits here still gets its answer: a write that others share is not broken
    /// off.
    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            let pending = PendingWrite(path: path, body: body, continuation: continuation)
            switch queue.withLock({ $0.enter(pending) }) {
            case .startDraining: startDraining()
            case .wait: break
            case .refuse: continuation.resume(throwing: EventStoreError.closed)
            }
        }
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Result
    ) async throws -> Result {
        guard queue.withLock({ $0.isOpen }) else { throw EventStoreError.closed }
        do {
            return try await pool.read { try body(SQLiteTransaction($0)) }
        } catch {
            throw EventStoreError.translating(error, at: path)
        }
    }

    /// Lets the writers that are waiting finish, moves the write-ahead log into the file and releases it.
    ///
    /// A second call returns at once.
    package func close() async throws {
        let isFirst = await withCheckedContinuation { continuation in
            switch queue.withLock({ $0.close(continuation) }) {
            case .closeNow: continuation.resume(returning: true)
            case .alreadyClosed: continuation.resume(returning: false)
            case .wait: break
            }
        }
        guard isFirst else { return }
        defer {
            headListener.finish()
            changeListener.finish()
            lock.release()
        }
        do {
            try await checkpoint()
            try pool.close()
        } catch {
            throw EventStoreError.translating(error, at: path)
        }
    }

    private func checkpoint() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            // The barrier waits for the readers, of which each would keep a part of the log in use.
            pool.asyncBarrierWriteWithoutTransaction { access in
                continuation.resume(
                    with: Swift.Result {
                        do {
                            _ = try access.get().checkpoint(.truncate)
                        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                            // Another program reads the file. The log stays beside it, and nothing is lost.
                        }
                    }
                )
            }
        }
    }
}

extension SQLiteEventStore {
    /// Commits batch after batch on the thread of the writing connection until nobody waits.
    private func startDraining() {
        pool.asyncWriteWithoutTransaction { [self] database in
            while true {
                switch queue.withLock({ $0.next(atMost: Self.largestBatch) }) {
                case .commit(let batch): commit(batch, in: database)
                case .rest: return
                case .closed(let closer): return closer.resume(returning: true)
                }
            }
        }
    }

    private func commit(_ batch: [PendingWrite], in database: Database) {
        var former = FeedOffset.start
        var present = FeedOffset.start
        var hasChanged = false
        var answers: [PendingWrite.Answer] = []
        do {
            try mark.catchUp()
            try database.inTransaction(.immediate) {
                let transaction = SQLiteTransaction(database)
                former = try transaction.feedHead()
                for pending in batch { answers.append(try pending.run(transaction)) }
                present = try transaction.feedHead()
                hasChanged = transaction.hasChanged
                if hasChanged { try transaction.setCommits(mark.commits + 1) }
                return .commit
            }
        } catch {
            let refusal = EventStoreError.translating(error, at: path)
            for pending in batch { pending.fail(refusal) }
            return
        }
        // The commit is on disk and stays, so its writers are answered also when the mark could not be written.
        if hasChanged { mark.advance() }
        counted.withLock { $0.add(writes: batch.count, hasChanged: hasChanged) }
        if present != former { headListener.yield(present) }
        if hasChanged { changeListener.yield() }
        for answer in answers { answer() }
    }
}
