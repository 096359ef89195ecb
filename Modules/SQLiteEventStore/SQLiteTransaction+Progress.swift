import EventSourcing
import FoundationEssentials
import GRDB

extension SQLiteTransaction: StoreTransaction {
    func attempt<Result>(_ body: () throws -> Result) throws -> Result { try inSavepoint(body) }

    func hasReceived(id: String, from source: String) throws -> Bool {
        let sql = "SELECT 1 FROM inbox WHERE source = ? AND id = ?"
        return try first(sql, [try whole(source), try whole(id)]) { _ in true } ?? false
    }

    func markReceived(id: String, from source: String) throws {
        try change(
            "INSERT INTO inbox (source, id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [try whole(source), try whole(id)]
        )
    }

    func cursor(in feed: String) throws -> FeedCursor? {
        try first("SELECT epoch, offset FROM position WHERE feed = ?", [try whole(feed)]) { row in
            let row = StoredRow(row, "the cursor in \(feed)")
            return FeedCursor(epoch: Epoch(try row.value(0)), offset: FeedOffset(try row.count(1)))
        }
    }

    func setCursor(_ cursor: FeedCursor, in feed: String) throws {
        try change(
            """
            INSERT INTO position (feed, epoch, offset) VALUES (?, ?, ?)
            ON CONFLICT (feed) DO UPDATE SET epoch = excluded.epoch, offset = excluded.offset
            """,
            [try whole(feed), cursor.epoch.uuid, cursor.offset.value]
        )
    }

    func reply(for key: UUID) throws -> StoredReply? {
        try first("SELECT request_sha, reply FROM command_result WHERE key = ?", [key]) { row in
            let row = StoredRow(row, "the reply to command \(key)")
            return StoredReply(requestDigest: try row.value(0), body: try row.value(1))
        }
    }

    func keepReply(_ reply: StoredReply, for key: UUID) throws {
        // The answer once given stays the answer.
        try change(
            "INSERT INTO command_result (key, request_sha, reply) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [key, reply.requestDigest, reply.body]
        )
    }

    func checkpoint(of projection: String) throws -> ProjectionCheckpoint? {
        let sql = "SELECT version, position FROM checkpoint WHERE projection = ?"
        return try first(sql, [try whole(projection)]) { row in
            let row = StoredRow(row, "the checkpoint of \(projection)")
            return ProjectionCheckpoint(version: try row.value(0), position: Position(try row.count(1)))
        }
    }

    func setCheckpoint(_ checkpoint: ProjectionCheckpoint, of projection: String) throws {
        try change(
            """
            INSERT INTO checkpoint (projection, version, position) VALUES (?, ?, ?)
            ON CONFLICT (projection) DO UPDATE SET version = excluded.version, position = excluded.position
            """,
            [try whole(projection), checkpoint.version, checkpoint.position.value]
        )
    }
}
