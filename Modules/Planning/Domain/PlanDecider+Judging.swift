import Scheme

/// What is heard, and what follows from it at once.
extension PlanDecider {
    /// Keeps a fact; an evaluation also judges the objectives of the plan in force, whatever is being drafted.
    func hear(_ fact: HeardFact, _ state: PlanState) -> [PlanEvent] {
        guard !state.knows(fact) else { return [] }
        guard case .evaluationEstablished(let measurement, .some(let day), let figures) = fact, let known = state.run,
            let version = state.version
        else { return [.heard(fact)] }
        let scope = PlanScope(run: run, areas: known.areas)
        let judged = version.objectives.map { objective in
            let figure = figures.first { $0.id == objective.indicator }
            return ObjectiveJudgement(
                objective: objective,
                measurement: measurement,
                on: day,
                value: figure?.value,
                lower: figure?.lower,
                upper: figure?.upper,
                grade: objective.grade(by: figure)
            )
        }
        return [.heard(fact)] + judged.map { .objectiveJudged(scope, $0) }
    }
}
