import CertificationDomain
import Contracts
import PluginKit

extension CertificationCodec {
    static var readingsByType: [String: StoredReading<CertificationEvent>] { (hearsay + review + certificate).byType() }

    private static func reading<Form: RunForm>(
        _ form: Form.Type,
        _ fact: @escaping @Sendable (Form) -> CertificationEvent.Fact
    ) -> StoredReading<CertificationEvent> {
        StoredReading(form) { CertificationEvent(fact($0), in: $0.run, over: $0.areas) }
    }

    private static var hearsay: [StoredReading<CertificationEvent>] {
        [
            reading(RunStartHeard.self) { .heard(.runStarted(RunProfile(name: $0.name, scheme: $0.scheme))) },
            reading(PhaseHeard.self) { .heard(.phaseChanged(to: $0.phase, round: $0.round)) },
            reading(PartyHeard.self) {
                .heard($0.takesPart ? .partyJoined($0.organisation) : .partyLeft($0.organisation))
            },
            reading(RunStopHeard.self) { _ in .heard(.runStopped) },
            reading(MeasurementHeard.self) {
                .heard(.measurement(Measurement(number: $0.measurement, surveyClosedOn: $0.surveyClosedOn)))
            },
            reading(PlanHeard.self) { .heard(.plan(version: $0.version)) },
        ]
    }

    private static var review: [StoredReading<CertificationEvent>] {
        [
            reading(AuditRequested.self) { .auditRequested(application: $0.application, by: $0.by, on: $0.on) },
            reading(AuditPlanned.self) { .auditPlanned(application: $0.application, reviewer: $0.reviewer, on: $0.on) },
            reading(NonconformityFound.self) {
                .nonconformityFound(application: $0.application, $0.nonconformity, class: $0.class, due: $0.due)
            },
            reading(NonconformityResolved.self) {
                .nonconformityResolved(application: $0.application, $0.nonconformity, on: $0.on)
            },
            reading(AuditCompleted.self) {
                .auditCompleted(application: $0.application, reviewer: $0.reviewer, positive: $0.positive, on: $0.on)
            },
        ]
    }

    private static var certificate: [StoredReading<CertificationEvent>] {
        [
            reading(CertificateGranted.self) { .granted(CertificateTerms($0)) },
            reading(CertificateRenewed.self) { .renewed(CertificateTerms($0), replaces: $0.replaces) },
            reading(CertificateRefused.self) { .refused(application: $0.application, on: $0.on) },
            reading(CertificateExpiring.self) {
                .expiring($0.certificate, validUntil: $0.validUntil, warningDays: $0.warningDays)
            },
            reading(CertificateExpired.self) { .expired($0.certificate, validUntil: $0.validUntil) },
            reading(CertificateSuspended.self) { .suspended($0.certificate, on: $0.on) },
            reading(SuspensionLifted.self) { .suspensionLifted($0.certificate, on: $0.on) },
            reading(CertificateWithdrawn.self) { .withdrawn($0.certificate, on: $0.on) },
        ]
    }
}
