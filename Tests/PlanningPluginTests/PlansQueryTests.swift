import Contracts
import PluginKit
import Scheme
import Testing

@Suite("Plans on request")
struct PlansQueryTests {
    let run = PlanningBench.run

    @Test("a plan tells what is covered, who owns what and how far it is")
    func executing() async throws {
        let bench = try await PlanningBench.executing()
        try await bench.having(
            AddActivity(
                run: run,
                measure: PlanningBench.id("M1"),
                activity: PlanningBench.id("A1"),
                title: "Offertes",
                owner: PlanningBench.id("gm1581"),
                on: PlanningBench.day("2026-04-01")
            ),
            StartMeasure(run: run, measure: PlanningBench.id("M1"), on: PlanningBench.today),
            ReportProgress(
                run: run,
                measure: PlanningBench.id("M1"),
                percent: 40,
                on: PlanningBench.today,
                note: nil
            ),
            EstablishAnnualReport(run: run, year: 2026, meetings: 2, on: PlanningBench.today)
        )
        let plan = try await bench.plan()
        #expect(
            plan
                == PlanSummary(
                    run: run,
                    version: 1,
                    adoptedOn: PlanningBench.today,
                    phase: 5,
                    bottlenecks: [
                        PlanBottleneck(
                            id: PlanningBench.id("K1"),
                            title: "Knelpunt K1",
                            indicator: "B1",
                            covered: true,
                            arguedAway: nil
                        ),
                        PlanBottleneck(
                            id: PlanningBench.id("K2"),
                            title: "Knelpunt K2",
                            indicator: "B1",
                            covered: false,
                            arguedAway: "wordt gesloopt"
                        ),
                    ],
                    objectives: [
                        PlanObjective(
                            id: PlanningBench.id("D1"),
                            title: "Veilig gevoel",
                            bottleneck: PlanningBench.id("K1"),
                            indicator: "B1",
                            base: 0.53,
                            target: 0.8,
                            by: PlanningBench.day("2030-01-01")
                        )
                    ],
                    measures: [
                        PlanMeasure(
                            id: PlanningBench.id("M1"),
                            title: "Verlichting",
                            objectives: [PlanningBench.id("D1")],
                            owner: PlanningBench.id("politie-mn"),
                            ownerIsParty: true,
                            deadline: PlanningBench.day("2026-06-01"),
                            costEuro: 12_000,
                            status: .started,
                            percent: 40,
                            overdue: false
                        )
                    ],
                    activities: [
                        PlanActivity(
                            measure: PlanningBench.id("M1"),
                            id: PlanningBench.id("A1"),
                            title: "Offertes",
                            owner: PlanningBench.id("gm1581"),
                            on: PlanningBench.day("2026-04-01")
                        )
                    ],
                    annualReports: [2026],
                    revision: try await bench.revision()
                )
        )
    }

    @Test("a plan that was never adopted has version 0 and its draft")
    func draft() async throws {
        let bench = try await PlanningBench.making()
        try await bench.having(PlanningBench.objective("D1", for: "K1"))
        let plan = try await bench.plan()
        #expect(plan.version == 0)
        #expect(plan.adoptedOn == nil)
        #expect(plan.bottlenecks.map(\.covered) == [false, false])
        #expect(plan.objectives.map(\.id.text) == ["D1"])
    }

    @Test("an owner outside the partnership of two measures is shown as such")
    func outsideOwner() async throws {
        let bench = try await PlanningBench.complete()
        try await bench.having(
            PlanningBench.measure("M1", for: "D1", owner: "beveiliging-bv"),
            PlanningBench.measure("M2", for: "D1", owner: "beveiliging-bv"),
            PlanningBench.measure("M3", for: "D1"),
            PlanningBench.adoption()
        )
        let measures = try await bench.plan().measures
        #expect(measures.map(\.ownerIsParty) == [false, false, true])
        #expect(measures.map(\.status) == [.assigned, .assigned, .assigned])
    }

    @Test("after an adjustment the plan shows what was dropped beside what goes on")
    func adjusted() async throws {
        let bench = try await PlanningBench.executing()
        let later = PlanningBench.day("2028-03-10")
        try await bench.hear(PlanningBench.analysis(1, on: "2028-02-01", "K3"), of: .analysis)
        try await bench.hear(
            EvaluationEstablished(
                run: run,
                areas: PlanningBench.areas,
                measurement: 1,
                on: PlanningBench.day("2028-02-01"),
                comparisons: []
            ),
            of: .analysis
        )
        try await bench.hear(PlanningBench.phase(7, round: 2), of: .registry)
        try await bench.having(
            DropMeasure(run: run, measure: PlanningBench.id("M1"), reason: "niet meer nodig"),
            PlanningBench.objective("D3", for: "K3"),
            PlanningBench.measure("M3", for: "D3", deadline: "2029-01-01"),
            PlanningBench.adoption(on: later),
            on: later
        )
        let plan = try await bench.plan()
        #expect(plan.version == 2)
        #expect(plan.objectives.map(\.id.text) == ["D3"])
        #expect(plan.measures.map(\.status) == [.dropped, .assigned])
    }

    @Test("one run or all are told, and an unknown run is none")
    func selection() async throws {
        let bench = try await PlanningBench.making()
        #expect(try await bench.plans(PlansQuery()).map(\.run) == [run])
        #expect(try await bench.plans(PlansQuery(run: PlanningBench.id("gm1581-0001-t10"))).isEmpty)
        let other = try PlanningBench()
        try await other.hear(PlanningBench.analysis(0, on: "2026-03-01", "K1"), of: .analysis)
        #expect(try await other.plans(PlansQuery()).isEmpty)
    }
}
