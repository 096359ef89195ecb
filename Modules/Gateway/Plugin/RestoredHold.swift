import CloudEvents
package import EventSourcing
import GatewayDomain
import PluginKit

/// Keeps partners out of a gateway that was restored, until the operator has confirmed what it knows of them.
///
/// A backup knows keys and grants that were ended after it was made. That one is held back follows from the epoch too: the
/// hold names the life of the feed that was confirmed, which a backup brings along and a restore replaces. So a crash
/// right after the start, or a second one without `--restored`, opens nothing.
package struct RestoredHold: Codable, Hashable, Sendable {
    private static let collection = DocumentCollection("restored-hold", .kept)
    private static let key = "gateway"

    /// The life of the feed.
    let epoch: String
    /// Whether partners are kept out.
    let isHeld: Bool

    /// Why partners are kept out, or `nil` when they are not.
    package static func reason(in reader: any StoreReader) throws -> String? {
        try current(in: reader)?.isHeld == true ? PartnerRefusal.restored.description : nil
    }

    /// Takes note of a start.
    static func begin(in epoch: Epoch, isRestored: Bool, _ transaction: any StoreTransaction) throws {
        let former = try current(in: transaction)
        let isOfAnotherLife = former.map { $0.epoch != epoch.description } ?? false
        let isHeld = isRestored || isOfAnotherLife || former?.isHeld == true
        try RestoredHold(epoch: epoch.description, isHeld: isHeld).keep(in: transaction)
    }

    /// Lets partners in.
    ///
    /// - Throws: ``PartnerRefusal/nothingToConfirm`` when they are not kept out.
    static func confirm(in transaction: any StoreTransaction) throws {
        guard let hold = try current(in: transaction), hold.isHeld else { throw PartnerRefusal.nothingToConfirm }
        try RestoredHold(epoch: hold.epoch, isHeld: false).keep(in: transaction)
    }

    /// Goes on only when partners are not kept out.
    ///
    /// - Throws: ``PartnerRefusal/restored`` when they are.
    static func requireNone(in reader: any StoreReader) throws {
        if try current(in: reader)?.isHeld == true { throw PartnerRefusal.restored }
    }

    private static func current(in reader: any StoreReader) throws -> RestoredHold? {
        try reader.document(key, in: collection).map { try JSON.decode(RestoredHold.self, from: $0) }
    }

    private func keep(in transaction: any StoreTransaction) throws {
        let body = try JSON.encode(self)
        guard try transaction.document(Self.key, in: Self.collection) != body else { return }
        try transaction.put(body, at: Self.key, in: Self.collection)
    }
}
