import Scheme

/// The adoption of the first plan and of each adjusted one.
extension PlanDecider {
    func adopt(
        _ agreedBy: [OrganisationID],
        on day: CalendarDate,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .adopt)
        let analysis = try analysis(for: state, at: place.phase)
        try check(happened: day, today)
        guard day >= analysis.on else { throw .beforeAnalysis(day, analysedOn: analysis.on) }

        let ended = state.sortedObjectives.compactMap { objective in
            objective.end(under: analysis).map { PlanEvent.objectiveEnded(objective.id, $0) }
        }
        // The gates judge the plan as it will be: an objective that is not carried over covers nothing.
        var draft = state
        for event in ended { draft.apply(event) }
        try checkGates(of: place, draft, analysis, agreedBy: Set(agreedBy), on: day)
        let strangers = Set(agreedBy).filter { !state.isParty($0) }.sorted()
        guard strangers.isEmpty else { throw .notParties(run, strangers) }

        let adoption = Adoption(
            version: (state.version?.number ?? 0) + 1,
            on: day,
            objectives: draft.sortedObjectives,
            measures: draft.measures.values.count { $0.isInPlan },
            agreedBy: Set(agreedBy).sorted()
        )
        let assigned: [PlanEvent] = draft.sortedMeasures.compactMap { measure in
            guard case .proposed(let proposal, _) = measure else { return nil }
            return proposal.assignment.map { .measureAssigned(place.scope, $0) }
        }
        return ended + [version(adoption, at: place, draft)] + assigned
    }

    private func version(_ adoption: Adoption, at place: Place, _ state: PlanState) -> PlanEvent {
        guard place.phase.endsWith == PlanningStepEnd.adjusted else { return .adopted(place.scope, adoption) }
        let before = state.version?.number
        let dropped = state.sortedMeasures.compactMap { measure -> LocalID? in
            guard case .dropped(let proposal, let drop) = measure, drop.version == before, before != nil else {
                return nil
            }
            return proposal.id
        }
        return .adjusted(place.scope, adoption, dropped: dropped)
    }
}
