import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

extension SQLiteTransaction {
    func parked(of feed: String?, limit: Int) throws -> [ParkedEntry] {
        var entries: [ParkedEntry] = []
        let columns = "feed, offset, topic, subject, body, reason, attempts, parked_at, sha256"
        let narrowed = feed == nil ? "" : "WHERE feed = ?2"
        var arguments: StatementArguments = [max(limit, 0)]
        if let feed { arguments += [try whole(feed)] }
        try each("SELECT \(columns) FROM parked \(narrowed) ORDER BY feed, offset LIMIT ?1", arguments) { row in
            entries.append(try Self.parked(row))
            return true
        }
        return entries
    }

    func isParked(subject: String, of feed: String) throws -> Bool {
        guard !subject.isEmpty else { return false }
        let sql = "SELECT 1 FROM parked WHERE feed = ? AND subject = ? LIMIT 1"
        return try first(sql, [try whole(feed), try whole(subject)]) { _ in true } ?? false
    }

    func park(_ entry: ParkedEntry) throws {
        try change(
            """
            INSERT INTO parked (feed, offset, topic, subject, body, reason, attempts, parked_at, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (feed, offset) DO UPDATE SET topic = excluded.topic, subject = excluded.subject,
                body = excluded.body, reason = excluded.reason, attempts = excluded.attempts,
                parked_at = excluded.parked_at, sha256 = excluded.sha256
            """,
            [
                try whole(entry.feed), entry.offset.value, try whole(entry.topic), try whole(entry.subject), entry.body,
                try whole(entry.reason), entry.attempts, entry.parkedAt.microseconds, Self.digest(of: entry),
            ]
        )
    }

    func unpark(feed: String, offset: FeedOffset) throws {
        try change("DELETE FROM parked WHERE feed = ? AND offset = ?", [try whole(feed), offset.value])
    }

    private static func parked(_ row: Row) throws -> ParkedEntry {
        let feed: String = try StoredRow(row, "a parked entry").value(0)
        let offset = try StoredRow(row, "a parked entry of \(feed)").count(1)
        let row = StoredRow(row, "parked entry \(offset) of \(feed)")
        let entry = ParkedEntry(
            feed: feed,
            offset: FeedOffset(offset),
            topic: try row.value(2),
            subject: try row.value(3),
            body: try row.value(4),
            reason: try row.value(5),
            attempts: try row.value(6),
            parkedAt: Instant(microseconds: try row.value(7))
        )
        let kept: Data = try row.value(8)
        guard digest(of: entry) == kept else {
            throw EventStoreError.damaged("parked entry \(offset) of \(feed) does not match its checksum")
        }
        return entry
    }

    private static func digest(of entry: ParkedEntry) -> Data {
        var record = RecordDigest(reserving: entry.body.count + 320)
        record.add(entry.feed)
        record.add(entry.offset.value)
        record.add(entry.topic)
        record.add(entry.subject)
        record.add(entry.body)
        record.add(entry.reason)
        record.add(Int64(entry.attempts))
        record.add(entry.parkedAt.microseconds)
        return record.digest.bytes
    }
}
