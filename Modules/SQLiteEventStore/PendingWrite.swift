import EventSourcing
import GRDB

/// A writer that waits for its turn and then for the commit.
struct PendingWrite: Sendable {
    /// Lets the writer go on; to be called after the commit.
    typealias Answer = @Sendable () -> Void

    /// Runs the writer's closure in a savepoint and returns its answer, also when it threw.
    ///
    /// It throws itself only when SQLite has ended the whole transaction, with what all others in it did.
    let run: @Sendable (SQLiteTransaction) throws -> Answer
    /// Answers with an error instead.
    let fail: @Sendable (any Error) -> Void

    init<Result: Sendable>(
        path: String,
        body: @escaping @Sendable (any StoreTransaction) throws -> Result,
        continuation: CheckedContinuation<Result, any Error>
    ) {
        run = { transaction in
            do {
                let result = try transaction.inSavepoint { try body(transaction) }
                return { continuation.resume(returning: result) }
            } catch {
                // The others in the batch are told of the failure, not of what this writer made of it.
                guard transaction.isActive else { throw error as? DatabaseError ?? SQLiteTransaction.lost }
                let refusal = EventStoreError.translating(error, at: path)
                return { continuation.resume(throwing: refusal) }
            }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
