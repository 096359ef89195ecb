import CloudEvents
package import Contracts
package import EventSourcing
package import Scheme

extension PartnerTrouble {
    private static let troubles = DocumentCollection("partner-trouble", .kept)
    /// The most that are kept of one partner: enough to see what is wrong, and no way to fill the disk.
    package static let limit = 100

    /// Keeps what a partner said, unless there is too much of it already.
    package func keep(of partner: PartnerID, in transaction: any StoreTransaction) throws {
        let key = "\(partner)/\(CloudEvent.sequenceText(offset))"
        let isKnown = try transaction.document(key, in: Self.troubles) != nil
        guard try isKnown || Self.all(of: partner, in: transaction).count < Self.limit else { return }
        try transaction.put(try JSON.encode(self), at: key, in: Self.troubles)
    }

    /// What a partner said, in the order of its feed.
    package static func all(of partner: PartnerID, in reader: any StoreReader) throws -> [PartnerTrouble] {
        try reader.documents(in: troubles, prefix: "\(partner)/").map { try JSON.decode(Self.self, from: $0.body) }
    }
}
