import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

/// A run of two business parks with its parties, a baseline of two bottlenecks and the plan that covers them.
enum Plan {
    static let run = known(RunID("gm1581-0001-t1"))
    static let areas = [known(AreaID("gm1581-0001")), known(AreaID("gm1581-0002"))]
    static let scope = PlanScope(run: run, areas: areas)
    static let today = day("2026-03-10")

    static let entrepreneurs = organisation("ovheuvelrug")
    static let municipality = organisation("gm1581")
    static let police = organisation("politie-mn")
    static let fireBrigade = organisation("vru")
    static let all = [entrepreneurs, municipality, police, fireBrigade]

    private static func known<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("the test's own data are wrong") }
        return value
    }

    static func day(_ text: String) -> CalendarDate { known(CalendarDate(text)) }
    static func id(_ text: String) -> LocalID { known(LocalID(text)) }
    static func organisation(_ text: String) -> OrganisationID { known(OrganisationID(text)) }

    static func decider() throws -> PlanDecider { PlanDecider(run: run, schemes: try SchemeCatalogue()) }

    static let parties: [PlanEvent] = [
        .heard(.partyJoined(Party(organisation: entrepreneurs, kind: .entrepreneurs))),
        .heard(.partyJoined(Party(organisation: municipality, kind: .municipality))),
        .heard(.partyJoined(Party(organisation: police, kind: .police))),
        .heard(.partyJoined(Party(organisation: fireBrigade, kind: .fireBrigade))),
    ]

    static func started(scheme: String = "kvo-2008") -> PlanEvent {
        .heard(.runStarted(areas: areas, scheme: known(SchemeID(scheme)), on: day("2026-01-05")))
    }

    static func phase(_ number: Int, round: Int = 1) -> PlanEvent {
        .heard(.phaseChanged(to: number, round: round))
    }

    static func analysis(
        _ measurement: Int,
        on date: String,
        bottlenecks: [String],
        indicators: [(String, Double?)] = [("B1", 0.53), ("inbraak", 21)]
    ) -> SafetyAnalysis {
        SafetyAnalysis(
            measurement: measurement,
            on: day(date),
            bottlenecks: bottlenecks.map { .init(id: id($0), title: "Knelpunt \($0)", indicator: "B1") },
            indicators: indicators.map { .init(id: $0.0, value: $0.1, highest: $0.0.hasPrefix("B") ? 1 : nil) }
        )
    }

    static let baseline = analysis(0, on: "2026-03-01", bottlenecks: ["K1", "K2"])

    static func order(
        _ objective: String,
        for bottleneck: String,
        indicator: String = "B1",
        target: Double = 0.8,
        by: String = "2029-01-01"
    ) -> ObjectiveOrder {
        ObjectiveOrder(
            id: id(objective),
            title: "Doel \(objective)",
            bottleneck: id(bottleneck),
            indicator: indicator,
            target: target,
            by: day(by)
        )
    }

    static func objective(_ order: ObjectiveOrder, base: Double?) -> Objective {
        Objective(
            id: order.id,
            title: order.title,
            bottleneck: order.bottleneck,
            indicator: order.indicator,
            base: base,
            target: order.target,
            by: order.by
        )
    }

    static func measure(
        _ measure: String,
        _ objectives: String...,
        owner: OrganisationID? = municipality,
        deadline: String? = "2026-09-01",
        title: String = "Verlichting",
        costEuro: Int? = 12_000
    ) -> MeasureProposal {
        MeasureProposal(
            id: id(measure),
            title: title,
            objectives: objectives.map(id),
            owner: owner,
            deadline: deadline.map(day),
            costEuro: costEuro
        )
    }

    static func assigned(_ proposal: MeasureProposal) throws -> PlanEvent {
        .measureAssigned(scope, try #require(proposal.assignment))
    }

    /// At the step of the plan, with all parties and the baseline.
    static func making() throws -> Scenario<PlanDecider> {
        Scenario(try decider()).given([started()] + parties)
            .given(phase(3), .heard(.analysisEstablished(baseline)))
    }

    /// With an objective and a measure for each bottleneck.
    static func complete() throws -> Scenario<PlanDecider> {
        try making().having(
            .setObjective(order("D1", for: "K1"), today: today),
            .setObjective(order("D2", for: "K2", indicator: "inbraak", target: 10), today: today),
            .proposeMeasure(measure("M1", "D1"), today: today),
            .proposeMeasure(measure("M2", "D2", "D1", owner: police, deadline: "2026-06-01"), today: today)
        )
    }

    static let adoption = PlanCommand.adopt(agreedBy: all, on: today, today: today)

    /// Adopted, certified, and at the step of execution.
    static func executing() throws -> Scenario<PlanDecider> {
        try complete().having(adoption).given(phase(4), phase(5, round: 2))
    }

    /// Evaluated: K1 is still there, K2 is gone and K3 is new; at the step of adjusting.
    static func adjusting() throws -> Scenario<PlanDecider> {
        try executing().given(
            phase(6, round: 2),
            .heard(.analysisEstablished(next)),
            .heard(.evaluationEstablished(measurement: 1)),
            phase(7, round: 2)
        )
    }

    static let next = analysis(
        1,
        on: "2028-02-01",
        bottlenecks: ["K1", "K3"],
        indicators: [("B1", 0.7), ("inbraak", 9)]
    )
    static let later = day("2028-03-10")
}
