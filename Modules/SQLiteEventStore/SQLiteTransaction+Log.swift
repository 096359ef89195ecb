import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

extension SQLiteTransaction {
    func revision(of stream: StreamName) throws -> Revision {
        let sql = "SELECT coalesce(max(revision), 0) FROM event WHERE stream = ?"
        let revision = try first(sql, [try whole(stream.description)]) { row in
            Revision(try StoredRow(row, "the revision of \(stream)").count(0))
        }
        return revision ?? .none
    }

    func events(in stream: StreamName, after revision: Revision) throws -> [RecordedEvent] {
        let sql = "SELECT \(Self.columns) FROM event WHERE stream = ? AND revision > ? ORDER BY revision"
        var events: [RecordedEvent] = []
        try each(sql, [try whole(stream.description), revision.value]) { row in
            let event = try Self.event(row)
            guard event.revision.value == revision.value + Int64(events.count) + 1 else {
                throw EventStoreError.damaged("revision \(event.revision.value - 1) of \(stream) is missing")
            }
            events.append(event)
            return true
        }
        return events
    }

    func events(after position: Position, limit: Int) throws -> [RecordedEvent] {
        let sql = "SELECT \(Self.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
        var events: [RecordedEvent] = []
        try each(sql, [position.value, max(limit, 0)]) { row in
            let event = try Self.event(row)
            guard event.position.value == position.value + Int64(events.count) + 1 else {
                throw EventStoreError.damaged("event \(event.position.value - 1) of the log is missing")
            }
            events.append(event)
            return true
        }
        return events
    }

    func append(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting: ExpectedRevision
    ) throws -> [RecordedEvent] {
        let actual = try revision(of: stream)
        if case .exactly(let expected) = expecting, expected != actual {
            throw EventStoreError.wrongRevision(stream: stream, expected: expected, actual: actual)
        }
        guard !events.isEmpty else { return [] }
        let last = try lastNumber(of: "event")
        let recorded = zip(Int64(1)..., events).map { number, event in
            RecordedEvent(
                position: Position(last + number),
                stream: stream,
                revision: Revision(actual.value + number),
                event: event
            )
        }
        // One statement is whole or nothing by itself; of several, none may stay when a later one is refused.
        guard recorded.count > 1 else {
            try insert(recorded[0])
            return recorded
        }
        try inSavepoint {
            for event in recorded { try insert(event) }
        }
        return recorded
    }

    private func insert(_ recorded: RecordedEvent) throws {
        let (event, metadata) = (recorded.event, recorded.event.metadata)
        do {
            try change(
                "INSERT INTO event (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    recorded.position.value, try whole(recorded.stream.description), recorded.revision.value,
                    event.id, try whole(event.type), event.payload,
                    metadata.correlation, metadata.causation, try whole(metadata.actor),
                    metadata.recordedAt.microseconds, Self.digest(of: recorded).bytes,
                ]
            )
            gaveOut(recorded.position.value, of: "event")
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            // The place is counted in this very transaction, so what is not unique is the identifier.
            throw EventStoreError.duplicateEvent(event.id)
        }
    }

    private static let columns =
        "seq, stream, revision, id, type, payload, correlation, causation, actor, recorded_at, sha256"

    private static func event(_ row: Row) throws -> RecordedEvent {
        let position: Int64 = try StoredRow(row, "an event of the log").count(0)
        let row = StoredRow(row, "event \(position) of the log")
        let stream: String = try row.value(1)
        let parts = stream.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else {
            throw EventStoreError.damaged("event \(position) of the log has the stream '\(stream)'")
        }
        let recorded = RecordedEvent(
            position: Position(position),
            stream: StreamName(String(parts[0]), String(parts[1])),
            revision: Revision(try row.count(2)),
            event: NewEvent(
                id: try row.value(3),
                type: try row.value(4),
                payload: try row.value(5),
                metadata: EventMetadata(
                    correlation: try row.value(6),
                    causation: try row.value(7),
                    actor: try row.value(8),
                    recordedAt: Instant(microseconds: try row.value(9))
                )
            )
        )
        let kept: Data = try row.value(10)
        guard digest(of: recorded).bytes == kept else {
            throw EventStoreError.damaged("event \(position) of the log, in \(stream), does not match its checksum")
        }
        return recorded
    }

    private static func digest(of recorded: RecordedEvent) -> SHA256Digest {
        let (event, metadata) = (recorded.event, recorded.event.metadata)
        var record = RecordDigest(reserving: event.payload.count + 320)
        record.add(recorded.position.value)
        record.add(recorded.stream.description)
        record.add(recorded.revision.value)
        record.add(event.id)
        record.add(event.type)
        record.add(event.payload)
        record.add(metadata.correlation)
        record.add(metadata.causation)
        record.add(metadata.actor)
        record.add(metadata.recordedAt.microseconds)
        return record.digest
    }
}
