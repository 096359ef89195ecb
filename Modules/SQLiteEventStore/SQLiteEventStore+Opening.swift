import EventSourcing
import GRDB

extension SQLiteEventStore {
    /// Whether the feed goes on where it was or begins a new life.
    package enum FeedLife: Sendable {
        /// The file is the one that was in use.
        case goesOn
        /// The file is a restored backup: consumers may have seen more than it holds, so the epoch is replaced.
        case beginsAnew
    }

    /// Opens the store in a file and checks it; makes the file, for its owner only, when there is none.
    ///
    /// The check reads the whole file, so it takes longer as the log grows.
    ///
    /// - Parameters:
    ///   - path: The file, in a folder that exists. Beside it come `-wal`, `-shm` and `.lock`.
    ///   - feed: To be `.beginsAnew` once, after a backup was restored.
    /// - Returns: The store, ready for use.
    /// - Throws: ``EventStoreError/unavailable(_:)`` when the file is in use, of another program or out of reach,
    ///   ``EventStoreError/damaged(_:)`` when it does not hold what was written.
    package static func open(at path: String, feed: FeedLife = .goesOn) async throws -> SQLiteEventStore {
        let lock = try FileLock(guarding: path)
        try FileLock.makeFile(path)
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try await pool.writeWithoutTransaction { database in
                try makeDurable(database, at: path)
                try checkFile(database, at: path)
            }
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                Schema.migrator.asyncMigrate(pool) { continuation.resume(with: $0.map { _ in }) }
            }
            let epoch = try await pool.write { database in
                try SQLiteTransaction(database).checkNumbers()
                if feed == .beginsAnew { try Schema.renewEpoch(in: database) }
                return try Schema.epoch(in: database)
            }
            return SQLiteEventStore(path: path, pool: pool, lock: lock, epoch: epoch)
        } catch {
            throw EventStoreError.translating(error, at: path)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "event store"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        return configuration
    }

    /// Sets how a commit reaches the disk.
    ///
    /// The pool lowers `synchronous` when it turns on the write-ahead log, so
    /// this comes after it, and is read back: a store that could lose what it has acknowledged is not opened.
    private static func makeDurable(_ database: Database, at path: String) throws {
        // Savepoints keep what they may have to take back in temporary files unless told to keep it in memory.
        try database.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                PRAGMA wal_autocheckpoint = 4000;
                """
        )
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        guard synchronous == 2, journal == "wal" else {
            throw EventStoreError.unavailable(
                "\(path) cannot be made durable: SQLite keeps synchronous at \(synchronous ?? -1) and journal_mode at "
                    + "\(journal ?? "unknown"). Put it on a local disk."
            )
        }
    }

    private static func checkFile(_ database: Database, at path: String) throws {
        let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
        guard verdict == "ok" else {
            throw EventStoreError.damaged("SQLite says of \(path): \(verdict)")
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let owner = try Int64.fetchOne(database, sql: "PRAGMA application_id")
        guard tables == 0 || owner == Schema.applicationID else {
            throw EventStoreError.unavailable("\(path) belongs to another program. Name another path.")
        }
        guard try !Schema.migrator.hasBeenSuperseded(database) else {
            throw EventStoreError.unavailable("\(path) was written by a newer version. Start that version.")
        }
    }
}
