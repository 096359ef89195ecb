import CloudEvents
import EventSourcing
import Scheme

/// Why a run was given up, in somebody's own words: free text that may name a person, so it enters no event.
struct StopReason: Codable {
    /// Where the reasons are kept, one document for each run; each can be erased without touching the log.
    static let collection = DocumentCollection("reason", .personal)

    /// The text as it was given.
    let text: String

    /// Makes a reason.
    init(text: String) { self.text = text }

    /// Finds the reason for which a run was given up; `nil` when there is none or it has been erased.
    init?(of run: RunID, in reader: any StoreReader) throws {
        guard let body = try reader.document(run.text, in: Self.collection) else { return nil }
        self = try JSON.decode(StopReason.self, from: body)
    }

    /// Keeps the reason for which a run is given up.
    func keep(of run: RunID, in transaction: any StoreTransaction) throws {
        try transaction.put(try JSON.encode(self), at: run.text, in: Self.collection)
    }
}
