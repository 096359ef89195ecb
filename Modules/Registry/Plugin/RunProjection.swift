import CloudEvents
import Contracts
import EventSourcing
import RegistryDomain

/// Folds the runs' events into one summary for each run.
struct RunProjection: Projection {
    static let runs = DocumentCollection("run", .derived)

    let name = "runs"
    let version = 1
    let collections = [Self.runs]
    private let codec = RunCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == "run" else { return }
        let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
        let old = try transaction.document(recorded.stream.id, in: Self.runs)
            .map { try JSON.decode(RunSummary.self, from: $0) }
        guard var draft = RunDraft(after: event, from: old) else { return }
        draft.revision = recorded.revision.value
        try transaction.put(try JSON.encode(draft.summary), at: recorded.stream.id, in: Self.runs)
    }
}
