import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("Planning and the clock")
struct ClockTests {
    @Test("a deadline that passes goes out once, however often the clock ticks")
    func overdue() async throws {
        let bench = try await PlanningBench.executing()
        let before = try await bench.feed().count
        for date in ["2026-06-01", "2026-06-02", "2026-06-02", "2026-07-01"] {
            try await bench.runtime.fallDue(at: PlanningBench.day(date).noonInTheNetherlands)
            #expect(try await bench.plan().measures.map(\.overdue) == [date != "2026-06-01"])
        }
        let late = try await bench.feed().dropFirst(before)
        #expect(late.map(\.topic) == PlanningBench.areas.map { "e/planning/gm1581/\($0)/maatregel-te-laat/" })
        let first = try #require(late.first)
        let event = try JSON.decode(MeasureOverdue.self, from: try #require(try CloudEvent(json: first.body).data))
        #expect(event.owner.text == "politie-mn")
        #expect(event.deadline == PlanningBench.day("2026-06-01"))
    }

    @Test("a measure that was done in time is never late")
    func done() async throws {
        let bench = try await PlanningBench.executing()
        let (run, m1, today) = (PlanningBench.run, PlanningBench.id("M1") as LocalID, PlanningBench.today)
        try await bench.having(
            StartMeasure(run: run, measure: m1, on: today),
            CompleteMeasure(run: run, measure: m1, on: today, proof: nil)
        )
        let before = try await bench.feed()
        try await bench.runtime.fallDue(at: PlanningBench.day("2027-01-01").noonInTheNetherlands)
        #expect(try await bench.feed() == before)
        let waiting = try await bench.runtime.store.read {
            try $0.documents(in: DocumentCollection("planning.deadline", .derived), prefix: "")
        }
        #expect(waiting.isEmpty)
    }

    @Test("the passing of a deadline is known after the projections were made anew")
    func rebuilt() async throws {
        let bench = try await PlanningBench.executing()
        let plan = try await bench.plan()
        for projection in bench.runtime.plugin.projections {
            try await bench.runtime.store.write { transaction in
                for collection in projection.collections { try transaction.clear(collection) }
                try transaction.setCheckpoint(.init(version: 0, position: .start), of: projection.name)
            }
        }
        #expect(try await bench.plans(PlansQuery()).isEmpty)
        try await bench.runtime.catchUp()
        #expect(try await bench.plan() == plan)
        try await bench.runtime.fallDue(at: PlanningBench.day("2026-06-02").noonInTheNetherlands)
        #expect(try await bench.plan().measures.map(\.overdue) == [true])
    }
}
