package import EventSourcing
import PlanningDomain
package import PluginKit
package import Scheme

/// Keeps the plans of approach: objectives, measures, their owners and deadlines, and the adjustment after an evaluation.
package struct PlanningPlugin: BusPlugin {
    let schemes: SchemeCatalogue
    let codec = PlanCodec()

    /// Makes the plug-in with the scheme versions that runs may have.
    package init(schemes: SchemeCatalogue) { self.schemes = schemes }

    package var name: PluginName { .planning }
    package var consumes: [PluginName] { [.registry, .analysis] }
    package var projections: [any Projection] { [PlanProjection()] }

    package func fallDue(_ work: PluginWork) throws {
        let today = work.today
        for document in try work.transaction.documents(in: PlanDeadline.collection, prefix: "") {
            guard let run = RunID(document.key), try PlanDeadline(document).deadline < today else { continue }
            try execute(.passDay(today: today), on: run, work)
        }
    }

    func state(of run: RunID, _ work: PluginWork) throws -> PlanState {
        try work.load(PlanDecider(run: run, schemes: schemes), from: .plan(of: run), codec: codec)
    }

    func execute(_ command: PlanCommand, on run: RunID, _ work: PluginWork) throws {
        try work.execute(PlanDecider(run: run, schemes: schemes), command, on: .plan(of: run), codec: codec)
    }
}

extension StreamName {
    /// The stream of a run's plan, `plan/<run-id>`.
    static func plan(of run: RunID) -> StreamName { StreamName("plan", run.text) }
}
