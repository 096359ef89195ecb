import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

extension SQLiteTransaction {
    func feedHead() throws -> FeedOffset { FeedOffset(try lastNumber(of: "feed")) }

    func feed(after offset: FeedOffset, limit: Int, maxBytes: Int) throws -> [FeedEntry] {
        let sql = "SELECT offset, topic, body, sha256 FROM feed WHERE offset > ? ORDER BY offset LIMIT ?"
        var entries: [FeedEntry] = []
        var bytes = 0
        try each(sql, [offset.value, max(limit, 0)]) { row in
            let entry = try Self.entry(row)
            guard entry.offset.value == offset.value + Int64(entries.count) + 1 else {
                throw EventStoreError.damaged("entry \(entry.offset.value - 1) of the feed is missing")
            }
            bytes += entry.body.count
            guard bytes <= maxBytes || entries.isEmpty else { return false }
            entries.append(entry)
            return true
        }
        return entries
    }

    func publish(topic: String, body: (FeedOffset) throws -> Data) throws -> FeedEntry {
        let offset = try feedHead().next
        let entry = FeedEntry(offset: offset, topic: try whole(topic), body: try body(offset))
        // The number is given here and not by SQLite, so a body that publishes as well is refused as a duplicate.
        try change(
            "INSERT INTO feed (offset, topic, body, sha256) VALUES (?, ?, ?, ?)",
            [offset.value, topic, entry.body, Self.digest(of: entry).bytes]
        )
        gaveOut(offset.value, of: "feed")
        return entry
    }

    func acknowledgements() throws -> [String: FeedOffset] {
        var offsets: [String: FeedOffset] = [:]
        try each("SELECT consumer, offset FROM acknowledgement") { row in
            let row = StoredRow(row, "an acknowledgement")
            offsets[try row.value(0)] = FeedOffset(try row.count(1))
            return true
        }
        return offsets
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) throws {
        let known = "UPDATE acknowledgement SET offset = max(offset, ?) WHERE consumer = ?"
        guard try change(known, [offset.value, try whole(consumer)]) == 0 else { return }
        guard try acknowledgements().count < EventStoreError.mostConsumers else {
            throw EventStoreError.tooManyConsumers(of: "the feed")
        }
        try change("INSERT INTO acknowledgement (consumer, offset) VALUES (?, ?)", [consumer, offset.value])
    }

    private static func entry(_ row: Row) throws -> FeedEntry {
        let offset: Int64 = try StoredRow(row, "an entry of the feed").count(0)
        let row = StoredRow(row, "entry \(offset) of the feed")
        let entry = FeedEntry(offset: FeedOffset(offset), topic: try row.value(1), body: try row.value(2))
        let kept: Data = try row.value(3)
        guard digest(of: entry).bytes == kept else {
            throw EventStoreError.damaged("entry \(offset) of the feed does not match its checksum")
        }
        return entry
    }

    private static func digest(of entry: FeedEntry) -> SHA256Digest {
        var record = RecordDigest(reserving: entry.body.count + entry.topic.utf8.count + 32)
        record.add(entry.offset.value)
        record.add(entry.topic)
        record.add(entry.body)
        return record.digest
    }
}
