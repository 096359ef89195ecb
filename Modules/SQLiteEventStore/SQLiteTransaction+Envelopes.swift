import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

extension SQLiteTransaction {
    func keep(_ envelope: HeardEnvelope) throws -> Int64 {
        let sql = "SELECT number FROM envelope WHERE source = ? AND id = ?"
        let known = try first(sql, [try whole(envelope.source), try whole(envelope.id)]) { row in
            try StoredRow(row, "envelope \(envelope.id) of \(envelope.source)").count(0)
        }
        if let known { return known }
        let number = try lastNumber(of: "envelope") + 1
        let about = "SELECT thread FROM envelope WHERE topic = ? AND subject = ? LIMIT 1"
        let thread = try first(about, [try whole(envelope.topic), try whole(envelope.subject)]) { row in
            try StoredRow(row, "an envelope of \(envelope.topic)").count(0)
        }
        let stored = StoredEnvelope(number: number, thread: thread ?? number, envelope)
        try change(
            """
            INSERT INTO envelope (number, thread, source, id, topic, subject, heard_at, body_sha256, sha256, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, stored.thread, envelope.source, envelope.id, envelope.topic, envelope.subject,
                envelope.heardAt.microseconds, stored.bodyDigest, stored.digest, envelope.body,
            ]
        )
        gaveOut(number, of: "envelope")
        self.known.envelope = (number, stored.thread)
        return number
    }

    func envelopes(after number: Int64, limit: Int) throws -> [(number: Int64, envelope: HeardEnvelope)] {
        let sql = "SELECT \(StoredEnvelope.columns), body FROM envelope WHERE number > ? ORDER BY number LIMIT ?"
        var envelopes: [(number: Int64, envelope: HeardEnvelope)] = []
        let first = max(number, 0)
        try each(sql, [first, max(limit, 0)]) { row in
            let stored = try StoredEnvelope(row, from: 0)
            guard stored.number == first + Int64(envelopes.count) + 1 else {
                throw EventStoreError.damaged("envelope \(stored.number - 1) is missing")
            }
            envelopes.append((stored.number, try stored.envelope(with: row, body: StoredEnvelope.columnCount)))
            return true
        }
        return envelopes
    }
}
