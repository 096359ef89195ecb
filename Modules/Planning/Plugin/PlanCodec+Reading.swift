import Contracts
import PlanningDomain
import PluginKit
import Scheme

extension PlanCodec {
    /// The readings of all stored types, made once: each decoded event looks into them.
    private static let readingsByType = (heard + drafted + published).byType()

    var readings: [String: StoredReading<PlanEvent>] { Self.readingsByType }

    private static var heard: [StoredReading<PlanEvent>] {
        [
            StoredReading(RunHeard.self) { .heard(.runStarted(areas: $0.areas, scheme: $0.scheme, on: $0.on)) },
            StoredReading(PhaseHeard.self) { .heard(.phaseChanged(to: $0.to, round: $0.round)) },
            StoredReading(PartyHeard.self) {
                .heard(.partyJoined(Party(organisation: $0.organisation, kind: $0.kind)))
            },
            StoredReading(PartyLossHeard.self) {
                .heard(.partyLeft(Party(organisation: $0.organisation, kind: $0.kind)))
            },
            StoredReading(StopHeard.self) { _ in .heard(.runStopped) },
            StoredReading(AnalysisHeard.self) { .heard(.analysisEstablished($0.analysis)) },
            StoredReading(EvaluationHeard.self) { .heard($0.fact) },
        ]
    }

    private static var drafted: [StoredReading<PlanEvent>] {
        [
            StoredReading(ObjectiveSet.self) { .objectiveSet($0.objective.objective) },
            StoredReading(ObjectiveEnded.self) { .objectiveEnded($0.objective, $0.why.end) },
            StoredReading(BottleneckArguedAway.self) { .bottleneckArguedAway($0.bottleneck, reason: $0.reason) },
            StoredReading(MeasureProposed.self) { .measureProposed($0.proposal) },
            StoredReading(MeasureDropped.self) { .measureDropped($0.measure, reason: $0.reason, on: $0.on) },
            StoredReading(ActivityAdded.self) {
                .activityAdded(
                    Activity(measure: $0.measure, id: $0.activity, title: $0.title, owner: $0.owner, on: $0.on)
                )
            },
            StoredReading(ProgressReported.self) {
                .progressReported($0.measure, Measure.Progress(percent: $0.percent, on: $0.on))
            },
        ]
    }

    private static var published: [StoredReading<PlanEvent>] {
        [
            StoredReading(PlanAdopted.self) { form in
                .adopted(
                    PlanScope(run: form.run, areas: form.areas),
                    Adoption(
                        version: form.version,
                        on: form.on,
                        objectives: form.objectives.map(\.objective),
                        measures: form.measures,
                        agreedBy: form.agreedBy
                    )
                )
            },
            StoredReading(PlanAdjusted.self) { form in
                .adjusted(
                    PlanScope(run: form.run, areas: form.areas),
                    Adoption(
                        version: form.version,
                        on: form.on,
                        objectives: form.objectives.map(\.objective),
                        measures: form.measures,
                        agreedBy: form.agreedBy
                    ),
                    dropped: form.dropped
                )
            },
            StoredReading(MeasureAssigned.self) {
                .measureAssigned(PlanScope(run: $0.run, areas: $0.areas), $0.assignment)
            },
            StoredReading(MeasureStarted.self) {
                .measureStarted(PlanScope(run: $0.run, areas: $0.areas), $0.measure, on: $0.on)
            },
            StoredReading(MeasureDone.self) {
                .measureDone(PlanScope(run: $0.run, areas: $0.areas), $0.measure, on: $0.on)
            },
            StoredReading(MeasureOverdue.self) {
                .measureOverdue(
                    PlanScope(run: $0.run, areas: $0.areas),
                    $0.measure,
                    owner: $0.owner,
                    deadline: $0.deadline
                )
            },
            StoredReading(ObjectiveJudged.self) {
                .objectiveJudged(PlanScope(run: $0.run, areas: $0.areas), ObjectiveJudgement(of: $0.judgement))
            },
            StoredReading(AnnualReportEstablished.self) {
                .annualReportEstablished(PlanScope(run: $0.run, areas: $0.areas), $0.report)
            },
        ]
    }
}

extension AnalysisHeard {
    fileprivate var analysis: SafetyAnalysis {
        SafetyAnalysis(
            measurement: measurement,
            on: on,
            bottlenecks: bottlenecks.map {
                .init(id: $0.id, title: $0.title, indicator: $0.indicator, measures: $0.measures ?? [])
            },
            indicators: indicators.map {
                .init(id: $0.id, value: $0.value, highest: $0.highest, registered: $0.registered)
            }
        )
    }
}

extension AnalysisHeard.Measured {
    fileprivate var registered: SafetyAnalysis.Registered? {
        guard let name, let count else { return nil }
        return SafetyAnalysis.Registered(name: name, count: count)
    }
}

extension EvaluationHeard {
    fileprivate var fact: HeardFact {
        .evaluationEstablished(
            measurement: measurement,
            on: on,
            figures: (figures ?? []).map { figure in
                EvaluatedFigure(
                    id: figure.id,
                    isShare: figure.isShare,
                    value: figure.value,
                    lower: figure.lower,
                    upper: figure.upper
                )
            }
        )
    }
}

extension ObjectiveEnded.Why {
    fileprivate var end: Objective.End {
        switch self {
        case .bottleneckGone: .bottleneckGone
        case .indicatorGone: .indicatorGone
        }
    }
}

extension MeasureProposed {
    fileprivate var proposal: MeasureProposal {
        MeasureProposal(
            id: measure,
            title: title,
            objectives: objectives,
            owner: owner,
            deadline: deadline,
            costEuro: costEuro,
            catalogue: catalogue
        )
    }
}

extension MeasureAssigned {
    fileprivate var assignment: MeasureAssignment {
        MeasureAssignment(
            id: measure,
            title: title,
            objectives: objectives,
            owner: owner,
            deadline: deadline,
            costEuro: costEuro,
            catalogue: catalogue
        )
    }
}

extension AnnualReportEstablished {
    fileprivate var report: AnnualReport {
        AnnualReport(year: year, done: done, open: open, meetings: meetings, on: on)
    }
}
