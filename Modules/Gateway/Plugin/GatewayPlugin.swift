package import EventSourcing
import GatewayDomain
package import PluginKit
import Scheme

/// Keeps partners and what each may read, and puts every event that it hears into the feeds of those who may.
package struct GatewayPlugin: BusPlugin {
    let partners = PartnerDecider()
    /// The first port that is given to a door.
    let firstPort: Int
    /// How many envelopes one transaction of a back-fill goes over.
    let pageLimit: Int
    private let retention: Retention?
    private let tables = GrantTables()

    /// Makes the plug-in.
    ///
    /// - Parameters:
    ///   - firstPort: The first port that is given to a door for which none is asked.
    ///   - retentionDays: For how many days partners can fetch an event, 1 or more; `nil` serves all.
    ///   - pageLimit: How many envelopes one transaction of a back-fill goes over, 1 or more: the more, the longer others
    ///     wait to write.
    package init(firstPort: Int = 7100, retentionDays: Int? = nil, pageLimit: Int = 1000) {
        self.firstPort = firstPort
        self.pageLimit = pageLimit
        retention = retentionDays.map(Retention.init)
    }

    package var name: PluginName { .gateway }
    package var consumes: [PluginName] { PluginName.all.filter { $0 != .gateway } }
    package var projections: [any Projection] { [PartnerProjection()] }
    package var reactions: [Reaction] { [] }

    package func begin(in epoch: Epoch, isRestored: Bool, _ work: PluginWork) throws {
        try RestoredHold.begin(in: epoch, isRestored: isRestored, work.transaction)
    }

    package func deafness(in reader: any StoreReader) throws -> String? { try RestoredHold.reason(in: reader) }

    package func fallDue(_ work: PluginWork) throws { try retention?.keep(on: work.today, in: work.transaction) }

    package var listener: EventListener? {
        EventListener { [tables] heard, work in
            // Who hears nothing hands nothing over; this holds when somebody lets it hear all the same.
            try RestoredHold.requireNone(in: work.transaction)
            try PartnerFeeds.pass(on: heard, try tables.table(in: work.transaction), work)
        }
    }
}
