import EventSourcing
import FoundationEssentials
import GRDB

/// The tables of a store and their history.
enum Schema {
    /// Marks a file as ours, "KVOE" in ASCII, in SQLite's `application_id`.
    static let applicationID: Int64 = 0x4B56_4F45

    /// The steps from an empty file to today's tables; a released step is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 log, feed and documents") { database in
            try database.execute(sql: firstTables)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try renewEpoch(in: database)
        }
        migrator.registerMigration("2 channels and parking") { database in
            try database.execute(sql: channelTables)
        }
        migrator.registerMigration("3 commits") { database in
            try database.execute(sql: commitTable)
        }
        migrator.registerMigration("4 the newest as heard") { database in
            try database.execute(sql: newestAsHeard)
        }
        return migrator
    }

    /// Begins a new life of the feed, in which offsets of the former one mean nothing.
    static func renewEpoch(in database: Database) throws {
        try database.execute(
            sql:
                "INSERT INTO meta (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [UUID()]
        )
    }

    static func epoch(in database: Database) throws -> Epoch {
        guard let row = try Row.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'epoch'") else {
            throw EventStoreError.damaged("the epoch of the feed is missing")
        }
        return Epoch(try StoredRow(row, "the epoch of the feed").value(0))
    }

    /// What the store says of its own commits.
    static func mark(in database: Database) throws -> CommitMark {
        let row = try Row.fetchOne(database, sql: "SELECT commits FROM commit_count")
        guard let row else { throw EventStoreError.damaged("the number of commits is missing") }
        return CommitMark(epoch: try epoch(in: database), commits: try StoredRow(row, "the number of commits").count(0))
    }

    /// The same of a file of any version; `nil` of one without our tables.
    static func markIfAny(in database: Database) throws -> CommitMark? {
        guard try database.tableExists("meta") else { return nil }
        // Before the third step nothing was counted.
        guard try database.tableExists("commit_count") else {
            return CommitMark(epoch: try epoch(in: database), commits: 0)
        }
        return try mark(in: database)
    }

    /// The third step: a number that every commit raises.
    private static let commitTable = """
        CREATE TABLE commit_count (
            row INTEGER PRIMARY KEY CHECK (row = 1),
            commits INTEGER NOT NULL
        ) STRICT;

        INSERT INTO commit_count (row, commits) VALUES (1, 0);
        """

    private static let firstTables = """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            stream TEXT NOT NULL,
            revision INTEGER NOT NULL,
            id BLOB NOT NULL UNIQUE,
            type TEXT NOT NULL,
            payload BLOB NOT NULL,
            correlation BLOB NOT NULL,
            causation BLOB NOT NULL,
            actor TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            UNIQUE (stream, revision)
        ) STRICT;

        CREATE TABLE feed (
            offset INTEGER PRIMARY KEY AUTOINCREMENT,
            topic TEXT NOT NULL,
            body BLOB NOT NULL,
            sha256 BLOB NOT NULL
        ) STRICT;

        CREATE TABLE document (
            collection TEXT NOT NULL,
            key TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (collection, key)
        ) STRICT;

        CREATE TABLE kept_document (
            collection TEXT NOT NULL,
            key TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (collection, key)
        ) STRICT;

        CREATE TABLE personal_document (
            collection TEXT NOT NULL,
            key TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (collection, key)
        ) STRICT;

        CREATE TABLE inbox (
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (source, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE position (
            feed TEXT PRIMARY KEY NOT NULL,
            epoch BLOB NOT NULL,
            offset INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE command_result (
            key BLOB PRIMARY KEY NOT NULL,
            request_sha BLOB NOT NULL,
            reply BLOB NOT NULL
        ) STRICT;

        CREATE TABLE acknowledgement (
            consumer TEXT PRIMARY KEY NOT NULL,
            offset INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE checkpoint (
            projection TEXT PRIMARY KEY NOT NULL,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE meta (
            name TEXT PRIMARY KEY NOT NULL,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
