import AnalysisDomain
import Contracts
import PluginKit

extension AnalysisCodec {
    /// What was heard from the registry.
    static let heard: [StoredReading<AnalysisEvent>] = [
        StoredReading(RunHeard.self) { form in
            .heard(
                .run(
                    AnalysedRun(
                        run: form.run,
                        areas: form.areas,
                        kind: form.kind,
                        scheme: form.scheme,
                        municipality: CensusRegion(form.municipality),
                        regions: form.regions.map(CensusRegion.init),
                        establishments: form.establishments,
                        startedOn: form.on
                    )
                )
            )
        },
        StoredReading(AreaHeard.self) { form in
            .heard(
                .area(
                    AreaChange(
                        area: form.area,
                        before: form.before.map(AreaFacts.init),
                        after: AreaFacts(form.after)
                    )
                )
            )
        },
        StoredReading(PhaseHeard.self) { .heard(.phase(step: $0.step, round: $0.round)) },
        StoredReading(PartyHeard.self) {
            .heard($0.takesPart ? .joined($0.organisation) : .left($0.organisation))
        },
        StoredReading(EvaluationHeard.self) { .heard(.evaluation(measurement: $0.measurement)) },
        StoredReading(StopHeard.self) { .heard(.stopped(on: $0.on)) },
    ]

    /// What is kept for the figures and not published.
    static let counted: [StoredReading<AnalysisEvent>] = [
        StoredReading(ResponsesReceived.self) { form in
            .responsesReceived(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                ResponseReceipt(count: form.count, digest: form.digest)
            )
        },
        StoredReading(PoliceCounted.self) { form in
            .policeCounted(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                try form.counts.map(CrimeCount.init(stored:))
            )
        },
        StoredReading(FireCounted.self) { form in
            .fireCounted(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                try form.counts.map { FireCount(category: try stored($0.category), count: $0.count) }
            )
        },
    ]
}
