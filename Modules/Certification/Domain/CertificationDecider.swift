import EventSourcing
package import Scheme

/// Decides about the reviews and certificates of one run.
///
/// What it must know of the run was heard from the other contexts and stands in its own log.
package struct CertificationDecider: Decider {
    /// The scheme versions that this service knows.
    package let schemes: SchemeCatalogue

    /// Makes the decider.
    package init(schemes: SchemeCatalogue) { self.schemes = schemes }

    package var initial: CertificationState { CertificationState() }

    package func decide(
        _ command: CertificationCommand,
        _ state: CertificationState
    ) throws(CertificationRefusal) -> [CertificationEvent] {
        if case .hear(let heard, let areas) = command.order {
            return knows(heard, state) ? [] : [CertificationEvent(.heard(heard), in: command.run, over: areas)]
        }
        func events(_ facts: [CertificationEvent.Fact]) -> [CertificationEvent] {
            facts.map { CertificationEvent($0, in: command.run, over: state.areas) }
        }
        if case .passTime = command.order { return events(dueFacts(on: command.today, state)) }
        // A day that has passed counts before the clock has come round to it: an expired certificate stays expired.
        let expired = events(dueFacts(on: command.today, state)).filter(\.isExpiry)
        let now = expired.reduce(into: state) { evolve(&$0, $1) }
        return expired + events(try facts(command, now))
    }

    private func facts(
        _ command: CertificationCommand,
        _ state: CertificationState
    ) throws(CertificationRefusal) -> [CertificationEvent.Fact] {
        let setting = try setting(command, state)
        return switch command.order {
        case .hear, .passTime: []
        case .requestAudit(let organisation, let day): try requestAudit(by: organisation, on: day, setting)
        case .planAudit(let reviewer, let day): try planAudit(reviewer: reviewer, on: day, setting)
        case .recordNonconformity(let id, let kind, let day): try record(id, class: kind, on: day, setting)
        case .resolveNonconformity(let id, let day): try resolve(id, on: day, setting)
        case .completeAudit(let work, let isPositive, let day): try complete(work, isPositive, on: day, setting)
        case .decide(true, _, let day): try grant(on: day, setting)
        case .decide(false, let reasons, let day): try refuse(reasons, on: day, setting)
        case .suspend(let reason, let day): try suspend(reason, on: day, setting)
        case .liftSuspension(let day): try lift(on: day, setting)
        case .withdraw(let reason, let day): try withdraw(reason, on: day, setting)
        }
    }

    /// Never refused and never in need of the scheme, except for the days of the warnings.
    private func dueFacts(on today: CalendarDate, _ state: CertificationState) -> [CertificationEvent.Fact] {
        guard let certificate = state.certificates.last, let watch = certificate.watch else { return [] }
        let warningDays = state.profile.flatMap { schemes[$0.scheme]?.expiryWarningDays } ?? []
        let (number, lastDay) = (certificate.terms.certificate, certificate.terms.validUntil)
        return switch watch.due(on: today, warningDays: warningDays) {
        case .warning(let days): [.expiring(number, validUntil: lastDay, warningDays: days)]
        case .expiry: [.expired(number, validUntil: lastDay)]
        case nil: []
        }
    }
}

extension CertificationEvent {
    fileprivate var isExpiry: Bool { if case .expired = fact { true } else { false } }
}
