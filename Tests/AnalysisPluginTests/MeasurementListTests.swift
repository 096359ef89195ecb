import Contracts
import EventSourcing
import PluginKit
import Scheme
import Testing

@Suite("The list of measurements")
struct MeasurementListTests {
    private typealias Bench = AnalysisBench

    @Test("a measurement is listed from the moment that the run is at its step")
    func empty() async throws {
        let bench = try await Bench.measuring()
        #expect(
            try await bench.measurements() == [
                MeasurementSummary(
                    run: Bench.run,
                    measurement: 0,
                    answers: 0,
                    surveyOpen: false,
                    inspections: [],
                    policeDelivered: false,
                    fireDelivered: false,
                    figures: [],
                    bottlenecks: []
                )
            ]
        )
        #expect(try await bench.measurements(Bench.id("gm1581-0009-t1")).isEmpty)
    }

    @Test("the summary follows what comes in, and has figures once the measurement is established")
    func following() async throws {
        let bench = try await Bench.measuring()
        let deliveries = try Bench.deliveries(0)
        try await bench.having(Array(deliveries.prefix(2)))
        let open = try #require(try await bench.measurements().first)
        #expect(open.surveyOpen && open.answers == 30 && open.needed == 19 && open.questionnaire == "kvo-w-2")
        #expect(!open.policeDelivered && open.figures.isEmpty)
        try await bench.having(Array(deliveries.dropFirst(2)))
        try await bench.having([Bench.establish()])
        let done = try #require(try await bench.measurements(Bench.run).first)
        #expect(!done.surveyOpen && done.surveyClosedOn == Bench.day("2023-10-01"))
        #expect(done.policeDelivered && done.fireDelivered)
        #expect(done.establishedOn == Bench.day("2023-12-20"))
        #expect(done.bottlenecks.map(\.value).first == 24)
        #expect(
            done.inspections == [
                InspectionSummary(id: Bench.id("S1"), kind: .day, on: Bench.day("2023-10-05"), findings: 9, open: 2)
            ]
        )
    }

    @Test("the summaries are the same when they are made again from the log")
    func rebuilt() async throws {
        let bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        try await bench.having([Bench.establish()])
        let before = try await bench.measurements()
        let projections = bench.runtime.plugin.projections
        try await bench.runtime.store.write { transaction in
            for projection in projections {
                let old = ProjectionCheckpoint(version: projection.version - 1, position: .start)
                try transaction.setCheckpoint(old, of: projection.name)
                for collection in projection.collections { try transaction.clear(collection) }
            }
        }
        #expect(try await bench.measurements().isEmpty)
        try await bench.runtime.catchUp()
        #expect(try await bench.measurements() == before)
    }
}
