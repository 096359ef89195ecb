import CloudEvents
import Contracts
import EventSourcing
import GatewayDomain
import PluginKit
import Scheme

/// Folds the partners' events into one summary for each partner, and a list of all keys that partners ever had.
struct PartnerProjection: Projection {
    static let partners = DocumentCollection("partner", .derived)
    /// By key, the partner that has it or had it.
    static let keys = DocumentCollection("partner-key", .derived)

    let name = "partners"
    let version = 2
    let collections = [Self.partners, Self.keys]
    private let codec = PartnerCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == "partner" else { return }
        let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
        let old = try transaction.document(recorded.stream.id, in: Self.partners)
            .map { try JSON.decode(PartnerSummary.self, from: $0) }
        guard let summary = PartnerSummary(old, after: event) else { return }
        try transaction.put(try JSON.encode(summary), at: recorded.stream.id, in: Self.partners)
        switch event {
        case .admitted(let partner, let admission):
            try transaction.put(try JSON.encode(partner), at: admission.key.text, in: Self.keys)
        case .keyRenewed(let partner, let key, _, _):
            try transaction.put(try JSON.encode(partner), at: key.text, in: Self.keys)
        case .grantsChanged, .backfilled, .revoked: break
        }
    }
}

extension PartnerSummary {
    fileprivate init?(_ old: PartnerSummary?, after event: PartnerEvent) {
        if case .admitted(let partner, let admission) = event {
            self.init(
                partner: partner,
                organisation: admission.organisation,
                name: admission.name,
                livePort: admission.ports.live,
                feedPort: admission.ports.feed,
                keys: [PartnerKeyStatus(key: admission.key, until: nil)],
                grants: [],
                isRevoked: false,
                admittedOn: admission.on
            )
            return
        }
        guard let old else { return nil }
        self = old
        switch event {
        case .admitted, .backfilled: break
        case .grantsChanged(_, let grants, _): self.grants = grants
        case .keyRenewed(_, let key, let formerUntil, _):
            let former = keys.first { $0.key != key }
            let kept = formerUntil.flatMap { until in former.map { PartnerKeyStatus(key: $0.key, until: until) } }
            keys = [PartnerKeyStatus(key: key, until: nil)] + [kept].compactMap(\.self)
        case .revoked:
            isRevoked = true
            (keys, grants) = ([], [])
        }
    }
}
