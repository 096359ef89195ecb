import AnalysisDomain
import Contracts

extension RegistryNews {
    /// The stored form of what was heard.
    var stored: any StoredForm {
        switch self {
        case .run(let run):
            RunHeard(
                run: run.run,
                areas: run.areas,
                kind: run.kind,
                scheme: run.scheme,
                municipality: run.municipality.contract,
                regions: run.regions.map(\.contract),
                establishments: run.establishments,
                on: run.startedOn
            )
        case .area(let change):
            AreaHeard(area: change.area, before: change.before?.stored, after: change.after.stored)
        case .phase(let step, let round): PhaseHeard(step: step, round: round)
        case .joined(let organisation): PartyHeard(organisation: organisation, takesPart: true)
        case .left(let organisation): PartyHeard(organisation: organisation, takesPart: false)
        case .evaluation(let measurement): EvaluationHeard(measurement: measurement)
        case .stopped(let day): StopHeard(on: day)
        }
    }
}
