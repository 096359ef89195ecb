import AnalysisDomain
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension AnalysisPlugin {
    package var reactions: [Reaction] {
        [
            Reaction(to: AreaRegistered.self) { event, work in
                let document = AreaDocument(establishments: event.establishments, regions: event.regions)
                _ = try document.replace(of: event.area, in: work.transaction)
            },
            Reaction(to: AreaChanged.self) { try hear($0, $1) },
            Reaction(to: RunStarted.self) { event, work in
                let run = AnalysedRun(
                    run: event.run,
                    areas: event.areas,
                    kind: event.kind,
                    scheme: event.scheme,
                    municipality: CensusRegion(event.municipality),
                    regions: event.regions.map(CensusRegion.init),
                    establishments: event.establishments,
                    startedOn: event.on
                )
                try hear(.run(run), of: event.run, work)
            },
            Reaction(to: PhaseChanged.self) { event, work in
                try hear(.phase(step: event.to, round: event.round), of: event.run, work)
            },
            Reaction(to: PartyJoined.self) { event, work in
                try hear(.joined(event.organisation), of: event.run, work)
            },
            Reaction(to: PartyLeft.self) { event, work in
                try hear(.left(event.organisation), of: event.run, work)
            },
            Reaction(to: EvaluationStarted.self) { event, work in
                try hear(.evaluation(measurement: event.measurement), of: event.run, work)
            },
            Reaction(to: RunStopped.self) { event, work in
                try hear(.stopped(on: event.on), of: event.run, work)
            },
        ]
    }

    private func hear(_ news: RegistryNews, of run: RunID, _ work: PluginWork) throws {
        try work.execute(decider, .hear(news), on: .analysis(of: run), codec: codec)
    }

    /// Tells all runs of an area that it has changed.
    private func hear(_ event: AreaChanged, _ work: PluginWork) throws {
        let document = AreaDocument(establishments: event.establishments, regions: event.regions)
        let before = try document.replace(of: event.area, in: work.transaction)
        let change = AreaChange(area: event.area, before: before?.facts, after: document.facts)
        for run in try RunDocument.all(in: work.transaction) where run.areas.contains(event.area) {
            try hear(.area(change), of: run.run, work)
        }
    }
}
