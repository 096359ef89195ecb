import Contracts
import PlanningDomain
import PluginKit
import Scheme

/// The stored forms of a plan's events.
struct PlanCodec: ContractCodec {
    typealias Event = PlanEvent

    func storedForm(of event: PlanEvent) -> any StoredForm {
        switch event {
        case .heard(let fact): form(of: fact)
        case .objectiveSet(let objective): ObjectiveSet(objective: PlanObjective(of: objective))
        case .objectiveEnded(let id, let why): ObjectiveEnded(objective: id, why: ObjectiveEnded.Why(why))
        case .bottleneckArguedAway(let id, let reason): BottleneckArguedAway(bottleneck: id, reason: reason)
        case .measureProposed(let proposal): MeasureProposed(proposal)
        case .measureDropped(let id, let reason, let day): MeasureDropped(measure: id, reason: reason, on: day)
        case .activityAdded(let activity): ActivityAdded(activity)
        case .progressReported(let id, let progress):
            ProgressReported(measure: id, percent: progress.percent, on: progress.on)
        case .adopted(let scope, let adoption): PlanAdopted(adoption, in: scope)
        case .adjusted(let scope, let adoption, let dropped): PlanAdjusted(adoption, dropped: dropped, in: scope)
        case .measureAssigned(let scope, let assignment): MeasureAssigned(assignment, in: scope)
        case .measureStarted(let scope, let id, let day):
            MeasureStarted(run: scope.run, areas: scope.areas, measure: id, on: day)
        case .measureDone(let scope, let id, let day):
            MeasureDone(run: scope.run, areas: scope.areas, measure: id, on: day)
        case .measureOverdue(let scope, let id, let owner, let deadline):
            MeasureOverdue(run: scope.run, areas: scope.areas, measure: id, owner: owner, deadline: deadline)
        case .objectiveJudged(let scope, let judgement):
            ObjectiveJudged(run: scope.run, areas: scope.areas, judgement: judgement.contract)
        case .annualReportEstablished(let scope, let report): AnnualReportEstablished(report, in: scope)
        }
    }

    private func form(of fact: HeardFact) -> any StoredForm {
        switch fact {
        case .runStarted(let areas, let scheme, let day): RunHeard(areas: areas, scheme: scheme, on: day)
        case .phaseChanged(let number, let round): PhaseHeard(to: number, round: round)
        case .partyJoined(let party): PartyHeard(organisation: party.organisation, kind: party.kind)
        case .partyLeft(let party): PartyLossHeard(organisation: party.organisation, kind: party.kind)
        case .runStopped: StopHeard()
        case .analysisEstablished(let analysis): AnalysisHeard(analysis)
        case .evaluationEstablished(let measurement, let day, let figures):
            EvaluationHeard(
                measurement: measurement,
                on: day,
                figures: day == nil ? nil : figures.map(EvaluationHeard.Compared.init)
            )
        }
    }
}

extension ObjectiveEnded.Why {
    fileprivate init(_ why: Objective.End) {
        self =
            switch why {
            case .bottleneckGone: .bottleneckGone
            case .indicatorGone: .indicatorGone
            }
    }
}

extension AnalysisHeard {
    fileprivate init(_ analysis: SafetyAnalysis) {
        self.init(
            measurement: analysis.measurement,
            on: analysis.on,
            bottlenecks: analysis.bottlenecks.map {
                Problem(
                    id: $0.id,
                    title: $0.title,
                    indicator: $0.indicator,
                    measures: $0.measures.isEmpty ? nil : $0.measures
                )
            },
            indicators: analysis.indicators.map {
                Measured(
                    id: $0.id,
                    value: $0.value,
                    highest: $0.highest,
                    name: $0.registered?.name,
                    count: $0.registered?.count
                )
            }
        )
    }
}

extension EvaluationHeard.Compared {
    fileprivate init(_ figure: EvaluatedFigure) {
        self.init(
            id: figure.id,
            isShare: figure.isShare,
            value: figure.value,
            lower: figure.lower,
            upper: figure.upper
        )
    }
}

extension MeasureProposed {
    fileprivate init(_ proposal: MeasureProposal) {
        self.init(
            measure: proposal.id,
            title: proposal.title,
            objectives: proposal.objectives,
            owner: proposal.owner,
            deadline: proposal.deadline,
            costEuro: proposal.costEuro,
            catalogue: proposal.catalogue
        )
    }
}

extension ActivityAdded {
    fileprivate init(_ activity: Activity) {
        self.init(
            measure: activity.measure,
            activity: activity.id,
            title: activity.title,
            owner: activity.owner,
            on: activity.on
        )
    }
}
