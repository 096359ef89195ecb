import Contracts
import PlanningDomain

extension PlanObjective {
    /// The published form of an objective.
    init(of objective: Objective) {
        self.init(
            id: objective.id,
            title: objective.title,
            bottleneck: objective.bottleneck,
            indicator: objective.indicator,
            base: objective.base,
            target: objective.target,
            by: objective.by
        )
    }

    /// The objective as the domain knows it.
    var objective: Objective {
        Objective(
            id: id,
            title: title,
            bottleneck: bottleneck,
            indicator: indicator,
            base: base,
            target: target,
            by: by
        )
    }
}
