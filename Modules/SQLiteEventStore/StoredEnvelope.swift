import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

/// The row of an envelope without its body, held against its checksum.
///
/// The checksum covers the body by the body's own, so that a row can be trusted whose body is not read.
struct StoredEnvelope {
    /// The columns that make one, in this order.
    static let columns =
        "envelope.number, envelope.thread, envelope.source, envelope.id, envelope.topic, envelope.subject, "
        + "envelope.heard_at, length(envelope.body), envelope.body_sha256, envelope.sha256"
    /// How many columns that are.
    static let columnCount = 10

    let number: Int64
    let thread: Int64
    let source: String
    let id: String
    let topic: String
    let subject: String
    let heardAt: Instant
    let byteCount: Int64
    let bodyDigest: Data

    /// Makes the row of an envelope that is kept now.
    init(number: Int64, thread: Int64, _ envelope: HeardEnvelope) {
        self.number = number
        self.thread = thread
        source = envelope.source
        id = envelope.id
        topic = envelope.topic
        subject = envelope.subject
        heardAt = envelope.heardAt
        byteCount = Int64(envelope.body.count)
        bodyDigest = SHA256Digest(of: envelope.body).bytes
    }

    /// Reads a row in which ``columns`` begin at a column.
    init(_ row: Row, from first: Int) throws(EventStoreError) {
        let number = try StoredRow(row, "an envelope").count(first)
        self.number = number
        let row = StoredRow(row, "envelope \(number)")
        thread = try row.count(first + 1)
        source = try row.value(first + 2)
        id = try row.value(first + 3)
        topic = try row.value(first + 4)
        subject = try row.value(first + 5)
        heardAt = Instant(microseconds: try row.value(first + 6))
        byteCount = try row.count(first + 7)
        bodyDigest = try row.value(first + 8)
        let kept: Data = try row.value(first + 9)
        guard digest == kept else { throw .damaged("envelope \(number) does not match its checksum") }
    }

    /// The checksum of all but the body itself.
    var digest: Data {
        var record = RecordDigest(reserving: 320)
        record.add(number)
        record.add(thread)
        record.add(source)
        record.add(id)
        record.add(topic)
        record.add(subject)
        record.add(heardAt.microseconds)
        record.add(byteCount)
        record.add(bodyDigest)
        return record.digest.bytes
    }

    /// Reads the body, which stands in a column of the same row.
    func body(_ row: Row, at column: Int) throws(EventStoreError) -> Data {
        let body: Data = try StoredRow(row, "envelope \(number)").value(column)
        guard SHA256Digest(of: body).bytes == bodyDigest else {
            throw .damaged("the body of envelope \(number) does not match its checksum")
        }
        return body
    }

    /// The whole envelope, with its body from a column of the same row.
    func envelope(with row: Row, body column: Int) throws(EventStoreError) -> HeardEnvelope {
        HeardEnvelope(
            source: source,
            id: id,
            topic: topic,
            subject: subject,
            body: try body(row, at: column),
            heardAt: heardAt
        )
    }
}
