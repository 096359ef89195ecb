import CertificationDomain
import Contracts
import PluginKit
import Scheme

/// The stored forms of the events about a run's certificate.
struct CertificationCodec: ContractCodec {
    typealias Event = CertificationEvent

    let readings = Self.readingsByType

    func storedForm(of event: CertificationEvent) -> any StoredForm {
        let (run, areas) = (event.run, event.areas)
        return switch event.fact {
        case .heard(let heard): Self.form(of: heard, run, areas)
        case .auditRequested(let application, let organisation, let day):
            AuditRequested(run: run, areas: areas, application: application, by: organisation, on: day)
        case .auditPlanned(let application, let reviewer, let day):
            AuditPlanned(run: run, areas: areas, application: application, reviewer: reviewer, on: day)
        case .nonconformityFound(let application, let id, let kind, let due):
            NonconformityFound(
                run: run,
                areas: areas,
                application: application,
                nonconformity: id,
                class: kind,
                due: due
            )
        case .nonconformityResolved(let application, let id, let day):
            NonconformityResolved(run: run, areas: areas, application: application, nonconformity: id, on: day)
        case .auditCompleted(let application, let reviewer, let isPositive, let day):
            AuditCompleted(
                run: run,
                areas: areas,
                application: application,
                reviewer: reviewer,
                positive: isPositive,
                on: day
            )
        case .granted(let terms): CertificateGranted(terms, run, areas)
        case .renewed(let terms, let old): CertificateRenewed(terms, replaces: old, run, areas)
        case .refused(let application, let day):
            CertificateRefused(run: run, areas: areas, application: application, on: day)
        case .expiring(let number, let lastDay, let days):
            CertificateExpiring(run: run, areas: areas, certificate: number, validUntil: lastDay, warningDays: days)
        case .expired(let number, let lastDay):
            CertificateExpired(run: run, areas: areas, certificate: number, validUntil: lastDay)
        case .suspended(let number, let day):
            CertificateSuspended(run: run, areas: areas, certificate: number, on: day)
        case .suspensionLifted(let number, let day):
            SuspensionLifted(run: run, areas: areas, certificate: number, on: day)
        case .withdrawn(let number, let day):
            CertificateWithdrawn(run: run, areas: areas, certificate: number, on: day)
        }
    }

    private static func form(of heard: Heard, _ run: RunID, _ areas: [AreaID]) -> any StoredForm {
        switch heard {
        case .runStarted(let profile):
            RunStartHeard(run: run, areas: areas, name: profile.name, scheme: profile.scheme)
        case .phaseChanged(let phase, let round): PhaseHeard(run: run, areas: areas, phase: phase, round: round)
        case .partyJoined(let organisation):
            PartyHeard(run: run, areas: areas, organisation: organisation, takesPart: true)
        case .partyLeft(let organisation):
            PartyHeard(run: run, areas: areas, organisation: organisation, takesPart: false)
        case .runStopped: RunStopHeard(run: run, areas: areas)
        case .measurement(let measurement):
            MeasurementHeard(
                run: run,
                areas: areas,
                measurement: measurement.number,
                surveyClosedOn: measurement.surveyClosedOn
            )
        case .plan(let version): PlanHeard(run: run, areas: areas, version: version)
        }
    }
}
