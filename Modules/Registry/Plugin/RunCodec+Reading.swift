import Contracts
import PluginKit
import RegistryDomain

extension RunCodec {
    static var readingsByType: [String: StoredReading<RunEvent>] {
        [
            StoredReading(RunStarted.self) { form in
                let start = RunStart(
                    kind: form.kind,
                    development: form.development,
                    name: form.name,
                    scheme: form.scheme,
                    municipality: try NamedMunicipality(stored: form.municipality),
                    regions: try form.regions.map(NamedRegion.init(stored:)),
                    establishments: form.establishments,
                    on: form.on
                )
                return RunEvent(.started(start), in: form.run, over: form.areas)
            },
            StoredReading(PhaseChanged.self) { form in
                let change = PhaseChange(
                    from: form.from,
                    to: form.to,
                    name: form.name,
                    round: form.round,
                    because: form.because
                )
                return RunEvent(.phaseChanged(change), in: form.run, over: form.areas)
            },
            StoredReading(PartyJoined.self) { form in
                let party = Party(organisation: form.organisation, kind: form.kind, name: form.name)
                return RunEvent(.partyJoined(party, on: form.on), in: form.run, over: form.areas)
            },
            StoredReading(PartyLeft.self) { form in
                RunEvent(
                    .partyLeft(
                        form.organisation,
                        form.kind,
                        mandatoryKindMissing: form.mandatoryKindMissing,
                        on: form.on
                    ),
                    in: form.run,
                    over: form.areas
                )
            },
            StoredReading(AgreementSigned.self) { form in
                let agreement = Agreement(
                    on: form.on,
                    signatures: form.signatories.map(Agreement.Signature.init(given:)),
                    meetingsPerYear: form.meetingsPerYear
                )
                return RunEvent(.agreementSigned(agreement), in: form.run, over: form.areas)
            },
            StoredReading(WorkgroupInstalled.self) { form in
                let group = Workgroup(chair: form.chair, members: form.members)
                return RunEvent(.workgroupInstalled(group, on: form.on), in: form.run, over: form.areas)
            },
            StoredReading(EvaluationStarted.self) { form in
                let fact = RunEvent.Fact.evaluationStarted(measurement: form.measurement, on: form.on)
                return RunEvent(fact, in: form.run, over: form.areas)
            },
            StoredReading(AnnualReportNoted.self) { form in
                RunEvent(.annualReportNoted(year: form.year), in: form.run, over: form.areas)
            },
            StoredReading(CertificateNoted.self) { form in
                let fact = RunEvent.Fact.certificateNoted(form.certificate, stars: form.stars)
                return RunEvent(fact, in: form.run, over: form.areas)
            },
            StoredReading(RunStopped.self) { form in
                RunEvent(.stopped(on: form.on), in: form.run, over: form.areas)
            },
        ].byType()
    }
}
