import Contracts
import EventSourcing
import FoundationEssentials
import GatewayDomain
package import PluginKit
import Scheme

extension GatewayPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(PartnersQuery.self) { query, reader in
                if let partner = query.partner { try requireKnown(partner, in: reader) }
                let partners = try reader.all(PartnerSummary.self, in: PartnerProjection.partners)
                    .filter { partner in query.partner.map { $0 == partner.partner } ?? true }
                return PartnerList(
                    partners: try partners.map { try $0.withProgress(from: reader) },
                    heldBack: try RestoredHold.reason(in: reader)
                )
            },
            QueryHandler(DisclosedQuery.self) { query, reader in
                guard (1...1000).contains(query.limit), query.after >= 0 else {
                    throw InvalidInput("a page of disclosures has 1 to 1000 lines, after offset 0 or more.")
                }
                let channel = try requireKnown(query.partner, in: reader)
                let deliveries = try reader.deliveries(
                    of: channel,
                    after: FeedOffset(query.after),
                    since: query.since?.startInTheNetherlands,
                    limit: query.limit
                )
                return DisclosureList(disclosures: deliveries.map(Disclosure.init))
            },
        ]
    }

    /// The channel of a partner that was admitted once.
    @discardableResult
    func requireKnown(_ partner: PartnerID, in reader: any StoreReader) throws -> ChannelName {
        guard let channel = ChannelName(partner.text),
            try reader.document(partner.text, in: PartnerProjection.partners) != nil
        else { throw PartnerRefusal.unknown(partner) }
        return channel
    }
}

extension PartnerSummary {
    fileprivate func withProgress(from reader: any StoreReader) throws -> PartnerSummary {
        guard let channel = ChannelName(partner.text) else { return self }
        var summary = self
        let state = try reader.state(of: channel)
        summary.head = state.head.value
        summary.floor = state.floor.value
        summary.consumers = try reader.progress(of: channel).map {
            PartnerProgress(consumer: $0.consumer, offset: $0.offset.value, at: $0.at.microseconds)
        }
        summary.troubles = try PartnerTrouble.all(of: partner, in: reader)
        return summary
    }
}

extension Disclosure {
    fileprivate init(_ delivery: Delivery) {
        self.init(
            offset: delivery.offset.value,
            at: delivery.at.microseconds,
            source: delivery.source,
            id: delivery.id,
            topic: delivery.topic,
            digest: delivery.digest.map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0" + digits : digits
            }.joined(),
            bytes: delivery.byteCount
        )
    }
}
