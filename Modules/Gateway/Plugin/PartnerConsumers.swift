import Contracts
package import EventSourcing
package import Scheme

/// The consumers of a partner by name: those that have acknowledged something, and those that could not handle something.
package enum PartnerConsumers {
    /// Whether a name may be kept: it is known, or there is room for another.
    ///
    /// - Returns: `false` when it would be one name more than ``EventStoreError/mostConsumers``.
    package static func hasRoom(
        for consumer: String,
        of partner: PartnerID,
        _ channel: ChannelName,
        in reader: any StoreReader
    ) throws -> Bool {
        var names = Set(try reader.progress(of: channel).map(\.consumer))
        if names.contains(consumer) { return true }
        names.formUnion(try PartnerTrouble.all(of: partner, in: reader).map(\.consumer))
        return names.contains(consumer) || names.count < EventStoreError.mostConsumers
    }
}
