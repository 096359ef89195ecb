import Contracts
import PlanningDomain
package import PluginKit
import Scheme

extension PlanningPlugin {
    package var reactions: [Reaction] {
        [
            hearing(RunStarted.self) { .runStarted(areas: $0.areas, scheme: $0.scheme, on: $0.on) },
            hearing(PhaseChanged.self) { .phaseChanged(to: $0.to, round: $0.round) },
            hearing(PartyJoined.self) { .partyJoined(Party(organisation: $0.organisation, kind: $0.kind)) },
            hearing(PartyLeft.self) { .partyLeft(Party(organisation: $0.organisation, kind: $0.kind)) },
            hearing(RunStopped.self) { _ in .runStopped },
            hearing(AnalysisEstablished.self) { .analysisEstablished(SafetyAnalysis($0)) },
            hearing(EvaluationEstablished.self) { HeardFact($0) },
        ]
    }

    private func hearing<Event: RunEventContract>(
        _ event: Event.Type,
        _ fact: @escaping @Sendable (Event) -> HeardFact
    ) -> Reaction {
        Reaction(to: event) { event, work in try execute(.hear(fact(event)), on: event.run, work) }
    }
}

extension SafetyAnalysis {
    /// Takes from an established analysis what a plan needs of it.
    fileprivate init(_ event: AnalysisEstablished) {
        self.init(
            measurement: event.measurement,
            on: event.on,
            bottlenecks: event.bottlenecks.map {
                Bottleneck(id: $0.id, title: $0.title, indicator: $0.indicator, measures: $0.measures ?? [])
            },
            indicators: event.figures.map {
                Indicator(
                    id: $0.id,
                    value: $0.value,
                    highest: $0.unit == .share ? 1 : nil,
                    registered: $0.isRegistered ? Registered(name: $0.name, count: $0.count) : nil
                )
            }
        )
    }
}

extension HeardFact {
    /// Takes from an evaluation the later figures: only what could be compared is held against an objective.
    fileprivate init(_ event: EvaluationEstablished) {
        self = .evaluationEstablished(
            measurement: event.measurement,
            on: event.on,
            figures: event.comparisons.map { comparison in
                EvaluatedFigure(
                    id: comparison.after.id,
                    isShare: comparison.after.unit == .share,
                    value: comparison.after.value,
                    lower: comparison.after.lower,
                    upper: comparison.after.upper
                )
            }
        )
    }
}

extension Figure {
    /// Whether events are registered behind it, of which a fall can be tested.
    fileprivate var isRegistered: Bool { source == .policeFigures || source == .fireFigures }
}
