import EventSourcing
package import Scheme

/// The rules of one run's plan of approach.
///
/// Source: handbook of the KVO scheme, steps 3, 5 and 7; which gates hold at which step is data of the scheme.
package struct PlanDecider: Decider {
    /// The run whose plan it is.
    package let run: RunID
    /// The scheme versions that the service knows.
    package let schemes: SchemeCatalogue

    /// Makes the rules for one run.
    package init(run: RunID, schemes: SchemeCatalogue) { (self.run, self.schemes) = (run, schemes) }

    package var initial: PlanState { PlanState() }

    package func evolve(_ state: inout PlanState, _ event: PlanEvent) { state.apply(event) }

    package func decide(_ command: PlanCommand, _ state: PlanState) throws(PlanRefusal) -> [PlanEvent] {
        switch command {
        case .hear(let fact): hear(fact, state)
        case .passDay(let today): overdue(on: today, state)
        case .setObjective(let order, let today): try setObjective(order, today, state)
        case .argueAway(let bottleneck, let reason): try argueAway(bottleneck, reason, state)
        case .proposeMeasure(let proposal, let today): try propose(proposal, today, state)
        case .addActivity(let activity, let today): try add(activity, today, state)
        case .adopt(let agreedBy, let day, let today): try adopt(agreedBy, on: day, today, state)
        case .startMeasure(let id, let day, let today): try start(id, on: day, today, state)
        case .completeMeasure(let id, let day, let today): try complete(id, on: day, today, state)
        case .reportProgress(let id, let progress, let today): try report(id, progress, today, state)
        case .dropMeasure(let id, let reason, let today): try drop(id, reason, today, state)
        case .establishAnnualReport(let year, let meetings, let day, let today):
            try establishReport(year, meetings: meetings, on: day, today, state)
        }
    }

    /// What holds for a run that is under way at a step where an act is allowed.
    struct Place {
        let scheme: Scheme
        let phase: Phase
        let scope: PlanScope
        let startedOn: CalendarDate
    }

    /// Finds the run's place, or refuses the act there.
    func place(of state: PlanState, for act: PlanAct) throws(PlanRefusal) -> Place {
        guard let known = state.run else { throw .noRun(run) }
        guard !state.isStopped else { throw .stopped(run) }
        guard let scheme = schemes[known.scheme] else { throw .unknownScheme(run, known.scheme) }
        guard let phase = scheme.phase(state.phase) else { throw .unknownStep(run, state.phase, known.scheme) }
        let allowed = act.steps(in: scheme)
        guard allowed.contains(phase) else {
            throw .wrongStep(run, at: phase.label, act, allowed: allowed.map(\.label))
        }
        if act.changesDraft, state.isAdoptedAtThisStep, let version = state.version {
            throw .alreadyAdopted(run, version: version.number, on: version.on)
        }
        return Place(
            scheme: scheme,
            phase: phase,
            scope: PlanScope(run: run, areas: known.areas),
            startedOn: known.startedOn
        )
    }
}
