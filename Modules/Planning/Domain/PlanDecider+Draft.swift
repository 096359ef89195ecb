import Scheme

/// The plan that is being made: objectives, measures and what is left out.
extension PlanDecider {
    func setObjective(
        _ order: ObjectiveOrder,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .setObjective)
        let analysis = try analysis(for: state, at: place.phase)
        try check(title: order.title)
        _ = try bottleneck(order.bottleneck, in: analysis)
        guard let indicator = analysis.indicator(order.indicator) else {
            throw .unknownIndicator(
                order.indicator,
                measurement: analysis.measurement,
                known: analysis.indicators.map(\.id).sorted()
            )
        }
        guard order.target >= 0, order.target <= indicator.highest ?? .greatestFiniteMagnitude else {
            throw .targetOutOfRange(order.indicator, target: order.target, highest: indicator.highest)
        }
        let objective = Objective(
            id: order.id,
            title: order.title,
            bottleneck: order.bottleneck,
            indicator: order.indicator,
            base: indicator.value,
            target: order.target,
            by: order.by
        )
        guard state.objectives[order.id] != objective else { return [] }
        try check(planned: order.by, "the day of objective \(order.id)", today)
        guard state.objectives[order.id] != nil || state.objectives.count < Self.objectiveLimit else {
            throw .tooMany("objectives in a plan", limit: Self.objectiveLimit)
        }
        return [.objectiveSet(objective)]
    }

    func argueAway(
        _ id: LocalID,
        _ reason: String,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .argueAway)
        _ = try bottleneck(id, in: try analysis(for: state, at: place.phase))
        try check(reason, "reason", limit: Self.reasonLimit)
        return state.arguedAway[id] == reason ? [] : [.bottleneckArguedAway(id, reason: reason)]
    }

    func propose(
        _ proposal: MeasureProposal,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        _ = try place(of: state, for: .proposeMeasure)
        let present = state.measures[proposal.id]
        if let present {
            guard let next = present.proposing(proposal) else {
                throw .measureState(
                    proposal.id,
                    present.stateName,
                    remedy: "give the new measure an identifier of its own"
                )
            }
            guard next != present else { return [] }
            // A change is withdrawn: what the plan in force says was judged at its adoption, not again on a later day.
            if case .assigned = next { return [.measureProposed(proposal)] }
        } else if state.measures.count >= Self.measureLimit {
            throw .tooMany("measures in a run", limit: Self.measureLimit)
        }
        try check(title: proposal.title)
        guard !proposal.objectives.isEmpty else { throw .noObjective(proposal.id) }
        let unknown = Set(proposal.objectives).subtracting(state.objectives.keys).sorted()
        guard unknown.isEmpty else { throw .unknownObjectives(unknown, known: state.objectives.keys.sorted()) }
        try check(catalogue: proposal, state)
        if let cost = proposal.costEuro, !Self.costs.contains(cost) {
            throw .costOutOfRange(proposal.id, cost, Self.costs)
        }
        if let deadline = proposal.deadline {
            try check(planned: deadline, "the deadline of measure \(proposal.id)", today)
        }
        return [.measureProposed(proposal)]
    }

    func drop(
        _ id: LocalID,
        _ reason: String,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        _ = try place(of: state, for: .dropMeasure)
        let present = try measure(id, in: state)
        if case .dropped = present { return [] }
        guard present.dropping(because: reason, on: today, version: 0) != nil else {
            throw .measureState(id, present.stateName, remedy: "leave it in the plan as it is")
        }
        try check(reason, "reason", limit: Self.reasonLimit)
        return [.measureDropped(id, reason: reason, on: today)]
    }

    func add(
        _ activity: Activity,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        _ = try place(of: state, for: .addActivity)
        let present = try measure(activity.measure, in: state)
        switch present {
        case .done, .dropped:
            throw .measureState(activity.measure, present.stateName, remedy: "add the activity to another measure")
        case .proposed, .assigned, .started: break
        }
        try check(title: activity.title)
        let others = state.activities[activity.measure] ?? [:]
        guard others[activity.id] != activity else { return [] }
        try check(horizonOf: activity.on, "the day of activity \(activity.id)", today)
        guard others[activity.id] != nil || others.count < Self.measureLimit else {
            throw .tooMany("activities of a measure", limit: Self.measureLimit)
        }
        return [.activityAdded(activity)]
    }
}
