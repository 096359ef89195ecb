import CloudEvents
package import Contracts
package import EventSourcing
package import Scheme

extension PartnerTrouble {
    private static let troubles = DocumentCollection("partner-trouble", .kept)
    /// The most that are kept of one partner: enough to see what is wrong, and no way to fill the disk.
    package static let limit = 100

    /// Keeps what a partner said; when there is too much of it, what was said first goes.
    package func keep(of partner: PartnerID, in transaction: any StoreTransaction) throws {
        try transaction.put(try JSON.encode(self), at: key(of: partner), in: Self.troubles)
        let all = try Self.all(of: partner, in: transaction)
        for trouble in all.sorted(by: { $0.at < $1.at }).dropLast(Self.limit) {
            try transaction.removeDocument(trouble.key(of: partner), in: Self.troubles)
        }
    }

    /// Forgets what one consumer of a partner said; returns whether it had said anything.
    static func forget(consumer: String, of partner: PartnerID, in transaction: any StoreTransaction) throws -> Bool {
        let own = try all(of: partner, in: transaction).filter { $0.consumer == consumer }
        for trouble in own { try transaction.removeDocument(trouble.key(of: partner), in: troubles) }
        return !own.isEmpty
    }

    private func key(of partner: PartnerID) -> String { "\(partner)/\(CloudEvent.sequenceText(offset))/\(consumer)" }

    /// What a partner said, in the order of its feed.
    package static func all(of partner: PartnerID, in reader: any StoreReader) throws -> [PartnerTrouble] {
        try reader.documents(in: troubles, prefix: "\(partner)/").map { try JSON.decode(Self.self, from: $0.body) }
    }
}
