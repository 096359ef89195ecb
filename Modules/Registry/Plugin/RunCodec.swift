import Contracts
import PluginKit
import RegistryDomain

/// The stored forms of a run's events.
struct RunCodec: ContractCodec {
    typealias Event = RunEvent

    func storedForm(of event: RunEvent) -> any StoredForm {
        let (run, areas) = (event.run, event.areas)
        return switch event.fact {
        case .started(let start):
            RunStarted(
                run: run,
                areas: areas,
                kind: start.kind,
                development: start.development,
                name: start.name,
                scheme: start.scheme,
                municipality: start.municipality.contract,
                regions: start.regions.map(\.contract),
                establishments: start.establishments,
                on: start.on
            )
        case .phaseChanged(let change):
            PhaseChanged(
                run: run,
                areas: areas,
                from: change.from,
                to: change.to,
                name: change.name,
                round: change.round,
                because: change.because
            )
        case .partyJoined(let party, let day):
            PartyJoined(
                run: run,
                areas: areas,
                organisation: party.organisation,
                kind: party.kind,
                name: party.name,
                on: day
            )
        case .partyLeft(let organisation, let kind, let isMissing, let day):
            PartyLeft(
                run: run,
                areas: areas,
                organisation: organisation,
                kind: kind,
                mandatoryKindMissing: isMissing,
                on: day
            )
        case .agreementSigned(let agreement):
            AgreementSigned(
                run: run,
                areas: areas,
                on: agreement.on,
                signatories: agreement.signatures.map(\.contract),
                meetingsPerYear: agreement.meetingsPerYear
            )
        case .workgroupInstalled(let group, let day):
            WorkgroupInstalled(run: run, areas: areas, chair: group.chair, members: group.members, on: day)
        case .evaluationStarted(let measurement, let day):
            EvaluationStarted(run: run, areas: areas, measurement: measurement, on: day)
        case .annualReportNoted(let year): AnnualReportNoted(run: run, areas: areas, year: year)
        case .certificateNoted(let certificate, let stars):
            CertificateNoted(run: run, areas: areas, certificate: certificate, stars: stars)
        case .stopped(let day): RunStopped(run: run, areas: areas, on: day)
        }
    }

    let readings = Self.readingsByType
}
