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
        costEuro: 12_000
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
        .heard(.evaluationEstablished(measurement: 1)),
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
