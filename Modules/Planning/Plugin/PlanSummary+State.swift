import Contracts
import EventSourcing
import PlanningDomain
import Scheme

extension PlanSummary {
    /// Tells the state of a plan to those who ask.
    init(of state: PlanState, run: RunID, revision: Revision) {
        self.init(
            run: run,
            version: state.version?.number ?? 0,
            adoptedOn: state.version?.on,
            phase: state.phase,
            bottlenecks: (state.analysis?.bottlenecks ?? []).map { bottleneck in
                PlanBottleneck(
                    id: bottleneck.id,
                    title: bottleneck.title,
                    indicator: bottleneck.indicator,
                    covered: state.isCovered(bottleneck.id),
                    arguedAway: state.arguedAway[bottleneck.id]
                )
            },
            objectives: state.sortedObjectives.map(PlanObjective.init(of:)),
            judgements: state.judgements.map(\.contract),
            measures: state.sortedMeasures.map { PlanMeasure(of: $0, in: state) },
            activities: state.activities.values.flatMap(\.values)
                .sorted { ($0.measure, $0.on, $0.id) < ($1.measure, $1.on, $1.id) }
                .map {
                    PlanActivity(measure: $0.measure, id: $0.id, title: $0.title, owner: $0.owner, on: $0.on)
                },
            annualReports: state.annualReports.sorted(),
            revision: revision.value
        )
    }
}

extension PlanMeasure {
    fileprivate init(of measure: Measure, in state: PlanState) {
        let proposal = measure.proposal
        self.init(
            id: proposal.id,
            title: proposal.title,
            objectives: proposal.objectives,
            owner: proposal.owner,
            ownerIsParty: proposal.owner.map(state.isParty) ?? false,
            deadline: proposal.deadline,
            costEuro: proposal.costEuro,
            catalogue: proposal.catalogue,
            status: MeasureStatus(of: measure),
            percent: measure.percent,
            overdue: state.isOverdue(proposal.id)
        )
    }
}

extension MeasureStatus {
    fileprivate init(of measure: Measure) {
        self =
            switch measure {
            case .proposed: .proposed
            case .assigned: .assigned
            case .started: .started
            case .done: .done
            case .dropped: .dropped
            }
    }
}

extension Measure {
    /// The progress that was reported, 100 once it is done.
    fileprivate var percent: Int {
        switch self {
        case .started(_, _, let progress): progress?.percent ?? 0
        case .done: 100
        case .proposed, .assigned, .dropped: 0
        }
    }
}
