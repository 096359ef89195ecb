import CertificationDomain
import Contracts
package import PluginKit
import Scheme

extension CertificationPlugin {
    package var reactions: [Reaction] {
        [
            hearing(RunStarted.self) { .runStarted(RunProfile(name: $0.name, scheme: $0.scheme)) },
            hearing(PhaseChanged.self) { .phaseChanged(to: $0.to, round: $0.round) },
            hearing(PartyJoined.self) { .partyJoined($0.organisation) },
            hearing(PartyLeft.self) { .partyLeft($0.organisation) },
            hearing(RunStopped.self) { _ in .runStopped },
            hearing(AnalysisEstablished.self) {
                .measurement(Measurement(number: $0.measurement, surveyClosedOn: $0.surveyClosedOn))
            },
            hearing(PlanAdopted.self) { .plan(version: $0.version) },
            hearing(PlanAdjusted.self) { .plan(version: $0.version) },
        ]
    }

    private func hearing<Event: RunEventContract>(
        _ event: Event.Type,
        _ heard: @escaping @Sendable (Event) -> Heard
    ) -> Reaction {
        Reaction(to: event) { event, work in
            try execute(.hear(heard(event), over: event.areas), of: event.run, work)
        }
    }
}
