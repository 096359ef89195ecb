import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme
import Synchronization

/// The grants of all partners, laid out so that an event meets only those that could give it.
///
/// Whether one gives it, the grant itself decides.
struct GrantTable: Sendable {
    private typealias Row = (channel: ChannelName, grants: [Grant])

    /// By the municipality that the grants name; those for all of them stand under `nil`.
    private var rows: [String?: [Row]] = [:]

    init(_ partners: [PartnerSummary]) {
        for partner in partners where !partner.isRevoked {
            guard let channel = ChannelName(partner.partner.text) else { continue }
            for (municipality, grants) in Dictionary(grouping: partner.grants, by: \.pattern.municipality) {
                rows[municipality, default: []].append((channel, grants))
            }
        }
    }

    /// The channels of the partners to whom an event is given, each once, in order.
    func channels(given topic: String, of dataClass: DataClass) -> [ChannelName] {
        let segments = topic.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count > 2, let municipality = String(segments[2]) else { return [] }
        let candidates = [rows[.some(municipality)], rows[.none]].compactMap(\.self).joined()
        let given = candidates.lazy.filter { row in row.grants.contains { $0.gives(topic, of: dataClass) } }
        return Set(given.map(\.channel)).sorted()
    }
}

/// Keeps the table of grants from one batch of events to the next.
///
/// What was kept counts only while the partners are stored byte for byte as they were when it was made: a table that is
/// one change too old would give too much.
final class GrantTables: Sendable {
    private let last = Mutex<(partners: [StoredDocument], table: GrantTable)?>(nil)

    func table(in reader: any StoreReader) throws -> GrantTable {
        let partners = try reader.documents(in: PartnerProjection.partners, prefix: "")
        if let last = last.withLock({ $0 }), last.partners == partners { return last.table }
        let table = GrantTable(try partners.map { try JSON.decode(PartnerSummary.self, from: $0.body) })
        last.withLock { $0 = (partners, table) }
        return table
    }
}
