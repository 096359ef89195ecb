import Scheme

extension PlanState {
    /// Folds one event into the state.
    package mutating func apply(_ event: PlanEvent) {
        switch event {
        case .heard(let fact): apply(fact)
        case .objectiveSet(let objective):
            objectives[objective.id] = objective
            arguedAway[objective.bottleneck] = nil
        case .objectiveEnded(let id, let why):
            guard let objective = objectives.removeValue(forKey: id) else { return }
            endedObjectives.append(EndedObjective(objective: objective, why: why, version: version?.number ?? 0))
        case .bottleneckArguedAway(let bottleneck, let reason): arguedAway[bottleneck] = reason
        case .measureProposed(let proposal):
            move(proposal.id, or: .proposed(proposal, replacing: nil)) { $0.proposing(proposal) }
        case .measureDropped(let id, let reason, let day):
            let version = version?.number ?? 0
            move(id) { $0.dropping(because: reason, on: day, version: version) }
        case .activityAdded(let activity): activities[activity.measure, default: [:]][activity.id] = activity
        case .progressReported(let id, let progress): move(id) { $0.reporting(progress) }
        case .adopted(_, let adoption), .adjusted(_, let adoption, _):
            version = Version(
                number: adoption.version,
                on: adoption.on,
                measurement: analysis?.measurement,
                objectives: adoption.objectives
            )
            isAdoptedAtThisStep = true
        case .measureAssigned(_, let assignment):
            move(assignment.id) { $0.assigning(assignment) }
            assignedOn[assignment.id] = assignedOn[assignment.id] ?? version?.on
        case .measureStarted(_, let id, let day): move(id) { $0.starting(on: day) }
        case .measureDone(_, let id, let day): move(id) { $0.completing(on: day) }
        case .measureOverdue(_, let id, _, let deadline): overdue[id] = deadline
        case .objectiveJudged(_, let judgement): judgements.append(judgement)
        case .annualReportEstablished(_, let report): annualReports.insert(report.year)
        }
    }

    private mutating func apply(_ fact: HeardFact) {
        switch fact {
        case .runStarted(let areas, let scheme, let day): run = Run(areas: areas, scheme: scheme, startedOn: day)
        case .phaseChanged(let number, let round):
            (phase, self.round) = (number, round)
            isAdoptedAtThisStep = false
        case .partyJoined(let party): parties.insert(party)
        case .partyLeft(let party): parties.remove(party)
        case .runStopped: isStopped = true
        case .analysisEstablished(let new):
            analysis = new
            // A reason to leave a bottleneck rests on one measurement; the next one asks for it anew.
            arguedAway = [:]
        case .evaluationEstablished(let measurement, _, _): (evaluated, judgements) = (measurement, [])
        }
    }

    /// Moves a measure along a transition; a stored event is a fact, so one that no longer fits changes nothing.
    private mutating func move(_ id: LocalID, or first: Measure? = nil, _ transition: (Measure) -> Measure?) {
        guard let present = measures[id] else {
            measures[id] = first
            return
        }
        measures[id] = transition(present) ?? present
    }
}
