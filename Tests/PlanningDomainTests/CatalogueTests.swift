import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Measures of the catalogue and targets that can be demonstrated")
struct CatalogueTests {
    private let today = Plan.today

    /// A plan with an objective for each of two problems, for which the analysis names measures.
    private func making() throws -> Scenario<PlanDecider> {
        let analysis = SafetyAnalysis(
            measurement: 1,
            on: Plan.day("2026-03-02"),
            bottlenecks: [
                .init(
                    id: Plan.id("K1"),
                    title: "Inbraak",
                    indicator: "B1",
                    measures: [Plan.id("M11"), Plan.id("M01")]
                ),
                .init(id: Plan.id("K2"), title: "Overlast", indicator: "B1", measures: [Plan.id("M21")]),
            ],
            indicators: [.init(id: "B1", value: 0.53, highest: 1)]
        )
        return try Plan.making().given(.heard(.analysisEstablished(analysis))).having(
            .setObjective(Plan.order("D1", for: "K1"), today: today),
            .setObjective(Plan.order("D2", for: "K2"), today: today)
        )
    }

    private func measure(_ catalogue: String, _ objectives: String...) -> MeasureProposal {
        MeasureProposal(
            id: Plan.id("M9"),
            title: "Sluitwerk",
            objectives: objectives.map(Plan.id),
            owner: Plan.police,
            deadline: Plan.day("2026-09-01"),
            costEuro: nil,
            catalogue: Plan.id(catalogue)
        )
    }

    @Test("a measure that the analysis names for its problem is taken over by reference, up to its assignment")
    func takenOver() throws {
        let proposal = measure("M11", "D1")
        let outcome = try making().when(.proposeMeasure(proposal, today: today)).then(.measureProposed(proposal))
        #expect(outcome.state.measures[Plan.id("M9")]?.proposal.catalogue == Plan.id("M11"))
        #expect(proposal.assignment?.catalogue == Plan.id("M11"))
        #expect(proposal.assignment?.proposal == proposal)
    }

    @Test("one of another problem is taken over for a measure that serves both")
    func both() throws {
        let proposal = measure("M21", "D1", "D2")
        try making().when(.proposeMeasure(proposal, today: today)).then(.measureProposed(proposal))
    }

    @Test("an unknown measure, or one for another problem, is refused with those that are known for it")
    func unknown() throws {
        for catalogue in ["M99", "M21"] {
            let outcome = try making().when(.proposeMeasure(measure(catalogue, "D1"), today: today))
            outcome.refused(
                with: .notInCatalogue(
                    Plan.id(catalogue),
                    for: [Plan.id("K1")],
                    known: [Plan.id("M01"), Plan.id("M11")]
                )
            )
            outcome.refused(saying: "no measure \(catalogue) for K1; the analysis names M01, M11. Take one of those")
        }
    }

    @Test("an analysis of before the catalogue names none")
    func none() throws {
        try Plan.complete().when(.proposeMeasure(measure("M11", "D1"), today: today))
            .refused(saying: "the analysis names none")
    }

    private func notice(
        _ count: Int,
        target: Double,
        value: Double? = nil,
        registered: Bool = true
    ) -> TargetNotice? {
        let figure = SafetyAnalysis.Indicator(
            id: "politie.2.5.1",
            value: value ?? Double(count),
            highest: nil,
            registered: registered ? .init(name: "Inbraak", count: count) : nil
        )
        return SafetyAnalysis(measurement: 0, on: today, bottlenecks: [], indicators: [figure])
            .notice(on: "politie.2.5.1", target: target)
    }

    @Test(
        "a target is held against the least fall that can be demonstrated",
        arguments: [(10, 2), (15, 5), (20, 8), (30, 15), (50, 31), (75, 51), (100, 73), (150, 117), (200, 161)]
    )
    func detectable(from: Int, atMost: Int) throws {
        let told = try #require(notice(from, target: Double(atMost + 1)))
        #expect(told == TargetNotice(name: "Inbraak", from: from, atMost: atMost))
        #expect(told.percent.map { abs($0 - 100 * (Double(atMost) / Double(from) - 1)) < 1e-9 } == true)
        #expect(notice(from, target: Double(atMost)) == nil)
    }

    @Test("from five or fewer no fall can be demonstrated, not even to 0")
    func immeasurable() {
        #expect(notice(5, target: 0) == TargetNotice(name: "Inbraak", from: 5, atMost: nil))
        #expect(notice(6, target: 0) == nil)
    }

    @Test("a rate is held against the count behind it")
    func rate() {
        // 20 on 40 establishments is 50 a hundred; 8 is 20.
        #expect(notice(20, target: 20, value: 50) == nil)
        #expect(notice(20, target: 21, value: 50)?.atMost == 8)
    }

    @Test("a target that is no fall, or for no registered count, has no notice")
    func others() {
        #expect(notice(20, target: 20) == nil)
        #expect(notice(20, target: 30) == nil)
        #expect(notice(0, target: 0) == nil)
        #expect(notice(20, target: 15, registered: false) == nil)
    }
}
