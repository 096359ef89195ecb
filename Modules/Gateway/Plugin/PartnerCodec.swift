import Contracts
import GatewayDomain
import PluginKit

/// The stored forms of a partner's events.
struct PartnerCodec: ContractCodec {
    typealias Event = PartnerEvent

    func storedForm(of event: PartnerEvent) -> any StoredForm {
        switch event {
        case .admitted(let partner, let admission):
            PartnerAdmitted(
                partner: partner,
                organisation: admission.organisation,
                name: admission.name,
                key: admission.key,
                livePort: admission.ports.live,
                feedPort: admission.ports.feed,
                on: admission.on
            )
        case .grantsChanged(let partner, let grants, let day):
            PartnerGrantsChanged(partner: partner, grants: grants, on: day)
        case .keyRenewed(let partner, let key, let formerUntil, let day):
            PartnerKeyRenewed(partner: partner, key: key, formerUntil: formerUntil, on: day)
        case .backfilled(let partner, let pattern, let events, let day):
            PartnerBackfilled(partner: partner, pattern: pattern, events: events, on: day)
        case .revoked(let partner, let day): PartnerRevoked(partner: partner, on: day)
        }
    }

    let readings: [String: StoredReading<PartnerEvent>] = [
        StoredReading(PartnerAdmitted.self) { form in
            .admitted(
                form.partner,
                Admission(
                    organisation: form.organisation,
                    name: form.name,
                    key: form.key,
                    ports: DoorPorts(live: form.livePort, feed: form.feedPort),
                    on: form.on
                )
            )
        },
        StoredReading(PartnerGrantsChanged.self) { .grantsChanged($0.partner, $0.grants, on: $0.on) },
        StoredReading(PartnerKeyRenewed.self) {
            .keyRenewed($0.partner, $0.key, formerUntil: $0.formerUntil, on: $0.on)
        },
        StoredReading(PartnerBackfilled.self) { .backfilled($0.partner, $0.pattern, events: $0.events, on: $0.on) },
        StoredReading(PartnerRevoked.self) { .revoked($0.partner, on: $0.on) },
    ].byType()
}
