import CertificationDomain
import CloudEvents
import EventSourcing
import Scheme

/// Why something was refused, suspended or withdrawn, in somebody's own words: free text that may name a person, so it
/// enters no event.
struct Reason: Codable {
    /// Where the reasons are kept, as `<application or certificate>/<status>/<day>`; each can be erased without touching
    /// the log.
    static let collection = DocumentCollection("reason", .personal)

    /// The text as it was given.
    let text: String

    /// Makes a reason.
    init(text: String) { self.text = text }

    /// Finds the newest reason for a status; `nil` when there is none or it has been erased.
    init?(of id: LocalID, being status: String, in reader: any StoreReader) throws {
        let found = try reader.documents(in: Self.collection, prefix: "\(id)/\(status)/")
        guard let newest = found.last else { return nil }
        self = try JSON.decode(Reason.self, from: newest.body)
    }

    /// Keeps the reason for what has just happened; other events have none.
    func keep(of events: [CertificationEvent], in transaction: any StoreTransaction) throws {
        for event in events {
            guard let key = Self.key(of: event.fact) else { continue }
            try transaction.put(try JSON.encode(self), at: key, in: Self.collection)
        }
    }

    private static func key(of fact: CertificationEvent.Fact) -> String? {
        switch fact {
        case .refused(let application, let day): "\(application)/\(ApplicationStatus.refused.rawValue)/\(day)"
        case .suspended(let number, let day): "\(number)/\(CertificateStatus.suspended.rawValue)/\(day)"
        case .withdrawn(let number, let day): "\(number)/\(CertificateStatus.withdrawn.rawValue)/\(day)"
        case .heard, .auditRequested, .auditPlanned, .nonconformityFound, .nonconformityResolved, .auditCompleted,
            .granted, .renewed, .expiring, .expired, .suspensionLifted:
            nil
        }
    }
}
