import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension PlanningPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(PlansQuery.self) { query, reader in
                PlanList(plans: try reader.all(PlanSummary.self, of: query.run, in: PlanProjection.plans))
            }
        ]
    }
}
