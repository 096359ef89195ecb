import CloudEvents
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension PlanningPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(PlansQuery.self) { query, reader in
                let documents = try reader.documents(in: PlanProjection.plans, prefix: query.run?.text ?? "")
                let plans = try documents.map { try JSON.decode(PlanSummary.self, from: $0.body) }
                // A run's identifier may begin with another's: t1 and t10.
                return PlanList(plans: plans.filter { query.run == nil || $0.run == query.run })
            }
        ]
    }
}
