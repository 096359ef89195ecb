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
    ///   - path: The file, in a folder that exists. Beside it come `-wal`, `-shm`, `.lock` and `.mark`.
    ///   - feed: To be `.beginsAnew` once, after a backup was restored.
    /// - Returns: The store, ready for use.
    /// - Throws: ``EventStoreError/unavailable(_:)`` when the file is in use, of another program or out of reach,
    ///   ``EventStoreError/damaged(_:)`` when it does not hold what was written, or less than was acknowledged.
    package static func open(at path: String, feed: FeedLife = .goesOn) async throws -> SQLiteEventStore {
        let lock = try FileLock(guarding: path)
        try FileLock.makeFile(path)
        let markPath = path + ".mark"
        do {
            // A restored backup has come less far than the mark, and that is known.
            let former = feed == .goesOn ? try MarkFile.read(markPath) : nil
            if let former { try await hold(path, against: former) }
            let pool = try DatabasePool(path: path, configuration: configuration)
            let isNew = try await pool.writeWithoutTransaction { database in
                try makeDurable(database, at: path)
                return try checkFile(database, at: path)
            }
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                Schema.migrator.asyncMigrate(pool) { continuation.resume(with: $0.map { _ in }) }
            }
            let mark = try await pool.write { database in
                try SQLiteTransaction(database).checkNumbers()
                if feed == .beginsAnew { try Schema.renewEpoch(in: database) }
                return try Schema.mark(in: database)
            }
            if former == nil { try MarkFile.make(markPath, with: mark) }
            return SQLiteEventStore(
                path: path,
                pool: pool,
                lock: lock,
                epoch: mark.epoch,
                mark: try MarkFile(at: markPath, with: mark),
                wasUnmarked: former == nil && feed == .goesOn && !isNew
            )
        } catch {
            throw EventStoreError.translating(error, at: path)
        }
    }

    /// Holds what a file has come to against its mark.
    ///
    /// It only reads: a connection that may write moves what it understands of the journal into the file when it
    /// closes, and removes the rest, of which somebody may yet save something.
    private static func hold(_ path: String, against mark: CommitMark) async throws {
        var configuration = configuration
        configuration.readonly = true
        let file = try DatabaseQueue(path: path, configuration: configuration)
        try mark.check(try await file.read { try Schema.markIfAny(in: $0) }, at: path)
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

    /// Refuses a file that is damaged or not ours, and returns whether it is still empty.
    private static func checkFile(_ database: Database, at path: String) throws -> Bool {
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
        return tables == 0
    }
}
