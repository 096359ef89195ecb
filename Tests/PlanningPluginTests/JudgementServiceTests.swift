import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("Objectives, their judgement and the catalogue in the planning service")
struct JudgementServiceTests {
    private let run = PlanningBench.run

    private func evaluation(_ value: Double, _ lower: Double, _ upper: Double) -> EvaluationEstablished {
        let share = PlanningBench.figure("B1", .share, 0.53)
        let later = Figure(
            id: "B1",
            name: "B1",
            source: .survey,
            unit: .share,
            count: 30,
            outOf: 36,
            population: 80,
            value: value,
            lower: lower,
            upper: upper,
            reference: nil
        )
        return EvaluationEstablished(
            run: run,
            areas: PlanningBench.areas,
            measurement: 1,
            on: PlanningBench.day("2028-02-01"),
            comparisons: [FigureComparison(before: share, after: later)]
        )
    }

    @Test("an evaluation that is heard judges the objectives: told in the plan, and out once for each area")
    func judged() async throws {
        let bench = try await PlanningBench.executing()
        #expect(try await bench.plan().judgements.isEmpty)
        let before = try await bench.feed().count
        let heard = UUID()
        try await bench.hear(evaluation(0.85, 0.75, 0.95), of: .analysis, id: heard)
        try await bench.hear(evaluation(0.85, 0.75, 0.95), of: .analysis, id: heard)
        let judgement = try #require(try await bench.plan().judgements.first)
        #expect(judgement.objective.id.text == "D1" && judgement.grade == .onCourse)
        #expect(judgement.value == 0.85 && judgement.lower == 0.75 && judgement.measurement == 1)
        let feed = try await bench.feed().dropFirst(before)
        #expect(feed.map(\.topic) == PlanningBench.areas.map { "e/planning/gm1581/\($0)/doel-beoordeeld/" })
        let event = try CloudEvent(json: try #require(feed.first).body)
        let told = try JSON.decode(ObjectiveJudged.self, from: try #require(event.data))
        #expect(told.judgement == judgement && event.subject == "plan/gm1581-0001-t1")
    }

    private func setting(_ target: Double, count: Int, unit: FigureUnit = .count) async throws -> ObjectiveNotice? {
        let bench = try await PlanningBench.making()
        let figure = Figure(
            id: "politie.2.5.1",
            name: "2.5.1 Diefstal/inbraak bedrijven enz.",
            source: unit == .share ? .survey : .policeFigures,
            unit: unit,
            count: count,
            outOf: nil,
            population: nil,
            value: unit == .share ? 0.5 : Double(count),
            lower: nil,
            upper: nil,
            reference: nil
        )
        let analysis = AnalysisEstablished(
            run: run,
            areas: PlanningBench.areas,
            measurement: 1,
            on: PlanningBench.day("2026-03-02"),
            surveyClosedOn: nil,
            figures: [figure],
            bottlenecks: [
                Bottleneck(
                    id: PlanningBench.id("K1"),
                    title: "Inbraak",
                    indicator: figure.id,
                    value: figure.value,
                    measures: [PlanningBench.id("M11")]
                )
            ]
        )
        try await bench.hear(analysis, of: .analysis)
        let reply = try await bench.send(
            SetObjective(
                run: run,
                objective: PlanningBench.id("D1"),
                title: "Minder inbraak",
                bottleneck: PlanningBench.id("K1"),
                indicator: figure.id,
                target: target,
                by: PlanningBench.day("2030-01-01")
            )
        )
        let result = try #require(try PlanningBench.done(reply).result)
        return result == .null ? nil : try JSON.decode(ObjectiveNotice.self, from: result)
    }

    @Test("who sets an objective on a count is told from where a fall can be demonstrated, and is not refused")
    func notice() async throws {
        let notice = try #require(try await setting(15, count: 20))
        #expect(notice.key == .tooSmall && notice.from == 20 && notice.atMost == 8)
        #expect(notice.name == "2.5.1 Diefstal/inbraak bedrijven enz.")
        #expect(notice.percent.map { abs($0 + 60) < 1e-9 } == true)
        let few = try #require(try await setting(1, count: 4))
        #expect(notice.notice.contains("only a fall to 8 or fewer (\u{2212}60 %) can be demonstrated"))
        #expect(few.notice.contains("no fall can be demonstrated, not even to 0"))
        #expect(few.key == .immeasurable && few.atMost == nil && few.percent == nil)
        #expect(try await setting(8, count: 20) == nil)
        #expect(try await setting(0.4, count: 20, unit: .share) == nil)
    }

    @Test("a measure of the catalogue is taken over, told in the plan and assigned as such; others are refused")
    func catalogue() async throws {
        let bench = try await PlanningBench.making()
        let named = AnalysisEstablished(
            run: run,
            areas: PlanningBench.areas,
            measurement: 1,
            on: PlanningBench.day("2026-03-02"),
            surveyClosedOn: nil,
            figures: [PlanningBench.figure("B1", .share, 0.53)],
            bottlenecks: [
                Bottleneck(
                    id: PlanningBench.id("K1"),
                    title: "Inbraak",
                    indicator: "B1",
                    value: 0.53,
                    measures: [PlanningBench.id("M11"), PlanningBench.id("M01")]
                )
            ]
        )
        try await bench.hear(named, of: .analysis)
        try await bench.having(PlanningBench.objective("D1", for: "K1"))
        func propose(_ catalogue: String) -> ProposeMeasure {
            ProposeMeasure(
                run: run,
                measure: PlanningBench.id("M1"),
                title: "Sluitwerk",
                objectives: [PlanningBench.id("D1")],
                owner: PlanningBench.id("politie-mn"),
                deadline: PlanningBench.day("2026-06-01"),
                costEuro: nil,
                catalogue: PlanningBench.id(catalogue)
            )
        }
        let refused = try PlanningBench.refused(try await bench.send(propose("M21")))
        #expect(refused.message.contains("no measure M21 for K1; the analysis names M01, M11"))
        try await bench.having(propose("M11"), PlanningBench.adoption())
        #expect(try await bench.plan().measures.map(\.catalogue) == [PlanningBench.id("M11")])
        let last = try CloudEvent(json: try #require(try await bench.feed().last).body)
        let assigned = try JSON.decode(MeasureAssigned.self, from: try #require(last.data))
        #expect(assigned.catalogue?.text == "M11")
    }
}
