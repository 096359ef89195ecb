import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

/// The stored forms of an area's events.
struct AreaCodec: ContractCodec {
    typealias Event = AreaEvent

    func storedForm(of event: AreaEvent) -> any StoredForm {
        switch event {
        case .registered(let registration):
            AreaRegistered(
                area: registration.area,
                kind: registration.kind,
                development: registration.development,
                name: registration.profile.name,
                municipality: registration.municipality.contract,
                regions: registration.profile.regions.map(\.contract),
                divisionYear: registration.profile.divisionYear,
                establishments: registration.profile.establishments.count,
                establishmentsDigest: registration.profile.establishments.digest
            )
        case .changed(let area, let profile):
            AreaChanged(
                area: area,
                name: profile.name,
                regions: profile.regions.map(\.contract),
                divisionYear: profile.divisionYear,
                establishments: profile.establishments.count,
                establishmentsDigest: profile.establishments.digest
            )
        case .runGivenOut(let area, let run): RunGivenOut(area: area, run: run)
        case .runEnded(let area, let run): RunEnded(area: area, run: run)
        }
    }

    let readings: [String: StoredReading<AreaEvent>] = [
        StoredReading(AreaRegistered.self) { form in
            .registered(
                AreaRegistration(
                    area: form.area,
                    kind: form.kind,
                    development: form.development,
                    municipality: try NamedMunicipality(stored: form.municipality),
                    profile: AreaProfile(
                        name: form.name,
                        regions: try form.regions.map(NamedRegion.init(stored:)),
                        divisionYear: form.divisionYear,
                        establishments: EstablishmentCount(
                            count: form.establishments,
                            digest: form.establishmentsDigest
                        )
                    )
                )
            )
        },
        StoredReading(AreaChanged.self) { form in
            .changed(
                form.area,
                AreaProfile(
                    name: form.name,
                    regions: try form.regions.map(NamedRegion.init(stored:)),
                    divisionYear: form.divisionYear,
                    establishments: EstablishmentCount(count: form.establishments, digest: form.establishmentsDigest)
                )
            )
        },
        StoredReading(RunGivenOut.self) { .runGivenOut($0.area, $0.run) },
        StoredReading(RunEnded.self) { .runEnded($0.area, $0.run) },
    ].byType()
}
