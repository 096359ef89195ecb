import Contracts
import EventSourcing
import FoundationEssentials
import PlanningDomain
import PluginKit
import Scheme
import Testing

@testable import PlanningPlugin

@Suite("The planning service's log")
struct PlanCodecTests {
    static let scope = PlanScope(run: PlanningBench.run, areas: PlanningBench.areas)
    static let day = PlanningBench.day("2026-03-10")
    static let d1: LocalID = PlanningBench.id("D1")
    static let m1: LocalID = PlanningBench.id("M1")
    static let police: OrganisationID = PlanningBench.id("politie-mn")
    static let objective = Objective(
        id: d1,
        title: "Veilig",
        bottleneck: PlanningBench.id("K1"),
        indicator: "B1",
        base: 0.53,
        target: 0.8,
        by: day
    )
    static let proposal = MeasureProposal(
        id: m1,
        title: "Licht",
        objectives: [d1],
        owner: police,
        deadline: day,
        costEuro: 12_000,
        catalogue: PlanningBench.id("M11")
    )
    static let adoption = Adoption(version: 2, on: day, objectives: [objective], measures: 3, agreedBy: [police])
    static let party = Party(organisation: police, kind: .police)

    static let events: [PlanEvent] = [
        .heard(.runStarted(areas: PlanningBench.areas, scheme: PlanningBench.id("kvo-3"), on: day)),
        .heard(.phaseChanged(to: 7, round: 2)),
        .heard(.partyJoined(party)),
        .heard(.partyLeft(party)),
        .heard(.runStopped),
        .heard(
            .analysisEstablished(
                SafetyAnalysis(
                    measurement: 1,
                    on: day,
                    bottlenecks: [.init(id: PlanningBench.id("K1"), title: "Donker", indicator: "B1")],
                    indicators: [
                        .init(id: "B1", value: 0.5, highest: 1), .init(id: "x", value: nil, highest: nil),
                    ]
                )
            )
        ),
        .heard(
            .analysisEstablished(
                SafetyAnalysis(
                    measurement: 2,
                    on: day,
                    bottlenecks: [
                        .init(id: PlanningBench.id("K1"), title: "Inbraak", indicator: "x", measures: [m1])
                    ],
                    indicators: [
                        .init(id: "x", value: 50, highest: nil, registered: .init(name: "Inbraak", count: 20))
                    ]
                )
            )
        ),
        .heard(.evaluationEstablished(measurement: 1)),
        .heard(
            .evaluationEstablished(
                measurement: 1,
                on: day,
                figures: [
                    EvaluatedFigure(id: "B1", isShare: true, value: 0.5, lower: 0.4, upper: 0.6),
                    EvaluatedFigure(id: "schouw.open", isShare: false, value: 3, lower: nil, upper: nil),
                ]
            )
        ),
        .objectiveJudged(scope, judgement(.shown, value: 0.9)),
        .objectiveJudged(scope, judgement(.onCourse, value: 0.81)),
        .objectiveJudged(scope, judgement(.notShown, value: 0.5)),
        .objectiveJudged(scope, judgement(.noData, value: nil)),
        .objectiveSet(objective),
        .objectiveEnded(d1, .bottleneckGone),
        .objectiveEnded(d1, .indicatorGone),
        .bottleneckArguedAway(PlanningBench.id("K2"), reason: "sloop"),
        .measureProposed(proposal),
        .measureProposed(
            MeasureProposal(id: m1, title: "Licht", objectives: [], owner: nil, deadline: nil, costEuro: nil)
        ),
        .measureDropped(m1, reason: "te duur", on: day),
        .activityAdded(
            Activity(measure: m1, id: PlanningBench.id("A1"), title: "Offerte", owner: police, on: day)
        ),
        .progressReported(m1, .init(percent: 40, on: day)),
        .adopted(scope, adoption),
        .adjusted(scope, adoption, dropped: [m1]),
        .measureStarted(scope, m1, on: day),
        .measureDone(scope, m1, on: day),
        .measureOverdue(scope, m1, owner: police, deadline: day),
        .annualReportEstablished(scope, AnnualReport(year: 2026, done: 1, open: 2, meetings: 4, on: day)),
    ]

    private static func judgement(
        _ grade: PlanningDomain.GoalGrade,
        value: Double?
    ) -> PlanningDomain.ObjectiveJudgement {
        PlanningDomain.ObjectiveJudgement(
            objective: objective,
            measurement: 1,
            on: day,
            value: value,
            lower: value.map { $0 - 0.1 },
            upper: value.map { $0 + 0.1 },
            grade: grade
        )
    }

    @Test("reads what was stored before the catalogue and the judgements")
    func older() throws {
        let problem = #"{"id":"K1","title":"Donker","indicator":"B1"}"#
        let stored = [
            (
                "planning.evaluation-heard.v1", #"{"measurement":1}"#,
                PlanEvent.heard(.evaluationEstablished(measurement: 1))
            ),
            (
                "planning.analysis-heard.v1",
                #"{"measurement":0,"on":"2026-03-10","bottlenecks":[\#(problem)],"indicators":[{"id":"B1","value":0.5}]}"#,
                .heard(
                    .analysisEstablished(
                        SafetyAnalysis(
                            measurement: 0,
                            on: Self.day,
                            bottlenecks: [.init(id: PlanningBench.id("K1"), title: "Donker", indicator: "B1")],
                            indicators: [.init(id: "B1", value: 0.5, highest: nil)]
                        )
                    )
                )
            ),
            (
                "planning.measure-proposed.v1", #"{"measure":"M1","title":"Licht","objectives":["D1"]}"#,
                .measureProposed(
                    MeasureProposal(
                        id: Self.m1,
                        title: "Licht",
                        objectives: [Self.d1],
                        owner: nil,
                        deadline: nil,
                        costEuro: nil
                    )
                )
            ),
        ]
        for (type, payload, event) in stored {
            #expect(try PlanCodec().decode(type: type, payload: Data(payload.utf8)) == event)
        }
    }

    @Test("gives every event back as it was", arguments: events)
    func roundTrip(event: PlanEvent) throws {
        let (type, payload) = try PlanCodec().encode(event)
        #expect(try PlanCodec().decode(type: type, payload: payload) == event)
    }

    @Test("gives an assignment back as it was")
    func assignment() throws {
        try roundTrip(event: .measureAssigned(Self.scope, try #require(Self.proposal.assignment)))
    }

    @Test("knows each of its types, published and internal")
    func complete() throws {
        let types = try Self.events.map { try PlanCodec().encode($0).type } + [MeasureAssigned.type]
        #expect(Set(types) == Set(PlanCodec().readings.keys))
        #expect(Set(EventCatalogue.planning.map { $0.type }).isSubset(of: Set(types)))
    }

    @Test("calls an event that it does not know damage")
    func unknown() {
        #expect(throws: EventStoreError.self) {
            try PlanCodec().decode(type: "nl.kvo.onbekend.v1", payload: Data("{}".utf8))
        }
    }

    @Test("the domain's names of what ends a step are those of the published events")
    func stepEnds() {
        #expect(PlanningStepEnd.adopted == PlanAdopted.name)
        #expect(PlanningStepEnd.adjusted == PlanAdjusted.name)
        #expect(PlanningStepEnd.executed == EvaluationStarted.name)
    }
}
