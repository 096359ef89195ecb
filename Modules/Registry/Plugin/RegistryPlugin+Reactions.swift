import Contracts
package import PluginKit
import RegistryDomain
import Scheme

extension RegistryPlugin {
    package var reactions: [Reaction] {
        [
            hearing(AnalysisEstablished.self) { .measurement($0.measurement) },
            hearing(EvaluationEstablished.self) { .measurement($0.measurement) },
            hearing(PlanAdopted.self) { _ in .plan },
            hearing(PlanAdjusted.self) { _ in .plan },
            hearing(AnnualReportEstablished.self) { .annualReport(year: $0.year) },
            hearing(CertificateGranted.self) { .certificate($0.certificate, stars: $0.stars) },
            hearing(CertificateRenewed.self) { .certificate($0.certificate, stars: $0.stars) },
        ]
    }

    private func hearing<Event: RunEventContract>(
        _ event: Event.Type,
        _ content: @escaping @Sendable (Event) -> Heard.Content
    ) -> Reaction {
        Reaction(to: event) { event, work in
            try execute(.hear(Heard(Event.name, content(event))), in: event.run, work)
        }
    }
}
