import CertificationDomain
import CloudEvents
import EventSourcing
import PluginKit
import Scheme

/// Folds the log into one record for each run.
struct CertificationProjection: Projection {
    static let records = DocumentCollection("certification", .derived)

    let name = "certification"
    let version = 1
    let collections = [Self.records]
    private let codec = CertificationCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == StreamName.certification else { return }
        let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
        var record =
            try transaction.document(event.run.text, in: Self.records)
            .map { try JSON.decode(CertificationRecord.self, from: $0) } ?? CertificationRecord(run: event.run)
        guard record.fold(event) else { return }
        try transaction.put(try JSON.encode(record), at: event.run.text, in: Self.records)
    }
}
