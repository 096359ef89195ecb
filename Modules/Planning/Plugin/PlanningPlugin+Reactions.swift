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
            hearing(EvaluationEstablished.self) { .evaluationEstablished(measurement: $0.measurement) },
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
            bottlenecks: event.bottlenecks.map { Bottleneck(id: $0.id, title: $0.title, indicator: $0.indicator) },
            indicators: event.figures.map {
                Indicator(id: $0.id, value: $0.value, highest: $0.unit == .share ? 1 : nil)
            }
        )
    }
}
