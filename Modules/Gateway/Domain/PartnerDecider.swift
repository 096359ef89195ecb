import EventSourcing
import Scheme

/// Decides about one partner: its keys, what it may read, and whether it may come in at all.
package struct PartnerDecider: Decider {
    /// The partner, or `nil` before it is admitted.
    package typealias State = Partner?

    /// The most grants of one partner: one for each municipality of the largest police unit and then some.
    package static let grantLimit = 500
    /// The longest that a former key stays valid, in days.
    package static let overlapLimit = 30

    /// Makes the decider.
    package init() {}

    package var initial: Partner? { nil }

    package func decide(_ command: PartnerCommand, _ state: Partner?) throws(PartnerRefusal) -> [PartnerEvent] {
        let (id, today) = (command.partner, command.today)
        if case .admit(let admission) = command.order { return try admit(admission, id, state) }
        guard let partner = state else { throw .unknown(id) }
        if case .revoke = command.order { return partner.isRevoked ? [] : [.revoked(id, on: today)] }
        guard !partner.isRevoked else { throw .revoked(id) }
        switch command.order {
        case .admit, .revoke: return []
        case .grant(let grant):
            guard !partner.grants.contains(grant) else { return [] }
            let grants = partner.grants.filter { $0.pattern != grant.pattern } + [grant]
            guard grants.count <= Self.grantLimit else { throw .tooManyGrants(limit: Self.grantLimit) }
            return [.grantsChanged(id, grants, on: today)]
        case .withdraw(let pattern):
            let grants = partner.grants.filter { $0.pattern != pattern }
            guard grants.count < partner.grants.count else { throw .noSuchGrant(pattern) }
            return [.grantsChanged(id, grants, on: today)]
        case .rotate(let key, let days):
            guard (0...Self.overlapLimit).contains(days) else { throw .unlikelyOverlap(days) }
            let formerUntil = days == 0 ? nil : today.adding(days: days)
            if partner.keys.first?.key == key {
                // The same key again shortens the life of the former one, which may have been lost; never lengthens it.
                guard let last = partner.formerKey(on: today)?.until, formerUntil.map({ $0 < last }) ?? true else {
                    return []
                }
            } else if partner.pastKeys.contains(key) {
                throw .formerKey(key)
            }
            return [.keyRenewed(id, key, formerUntil: formerUntil, on: today)]
        case .backfill(let pattern, let events):
            guard !partner.grants.isEmpty else { throw .nothingGranted(id) }
            return events > 0 ? [.backfilled(id, pattern, events: events, on: today)] : []
        }
    }

    package func evolve(_ state: inout Partner?, _ event: PartnerEvent) {
        switch event {
        case .admitted(_, let admission): state = Partner(admission, pastKeys: state?.pastKeys ?? [])
        case .grantsChanged(_, let grants, _): state?.grants = grants
        case .keyRenewed(_, let key, let formerUntil, _):
            // Of the keys before, the last one alone stays for a while: two let a partner in, never three.
            let former = state?.keys.first { $0.key != key }
            let kept = formerUntil.flatMap { until in former.map { Partner.Key($0.key, until: until) } }
            state?.keys = [Partner.Key(key)] + [kept].compactMap(\.self)
            state?.pastKeys.insert(key)
        case .backfilled: break
        case .revoked:
            state?.isRevoked = true
            state?.keys = []
            state?.grants = []
        }
    }

    private func admit(
        _ admission: Admission,
        _ id: PartnerID,
        _ state: Partner?
    ) throws(PartnerRefusal) -> [PartnerEvent] {
        if let partner = state {
            guard partner.isRevoked else {
                if partner.isAdmitted(as: admission) { return [] }
                throw .taken(id, name: partner.admission.name)
            }
            // What shut it out may well have been the loss of its key.
            guard !partner.pastKeys.contains(admission.key) else { throw .formerKey(admission.key) }
        }
        guard admission.name.isFitForALine else { throw .unfitName }
        for port in admission.ports.all where !(1024...65535).contains(port) { throw .unlikelyPort(port) }
        guard admission.ports.live != admission.ports.feed else { throw .onePort(admission.ports.live) }
        return [.admitted(id, admission)]
    }
}
