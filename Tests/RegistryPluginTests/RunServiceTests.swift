import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The run service")
struct RunServiceTests {
    let run = RegistryBench.run

    @Test("gives out the next run of an area and publishes its start and its first step")
    func start() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let done = try bench.done(try await bench.send(StartRun(area: RegistryBench.area)))
        #expect(try JSON.decode(StartRun.Answer.self, from: try #require(done.result)) == StartRun.Answer(run: run))
        #expect(done.events == ["nl.kvo.traject-gestart.v1", "nl.kvo.traject-fase-gewijzigd.v1"])
        let topics = try await bench.feed().dropFirst().map(\.topic)
        #expect(
            topics == [
                "e/registry/gm1581/gm1581-0001/traject-gestart/",
                "e/registry/gm1581/gm1581-0001/traject-fase-gewijzigd/",
            ]
        )
        #expect(try await bench.ask(AreasQuery()).areas.first?.run == run)
        let refused = try bench.refused(try await bench.send(StartRun(area: RegistryBench.area)))
        #expect(refused.message.contains("run gm1581-0001-t1 is under way"))
    }

    @Test("gives no number away when the run itself is refused")
    func refusedStart() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let unknown = StartRun(area: RegistryBench.area, scheme: RegistryBench.id("kvo-9"))
        #expect(try bench.refused(try await bench.send(unknown)).message.contains("kvo-9"))
        #expect(try await bench.ask(AreasQuery()).areas.first?.run == nil)
        let done = try bench.done(try await bench.send(StartRun(area: RegistryBench.area)))
        #expect(try JSON.decode(StartRun.Answer.self, from: try #require(done.result)) == StartRun.Answer(run: run))
    }

    @Test("gives out another run once the first has been stopped")
    func stop() async throws {
        let bench = try await RegistryBench.signed()
        try await bench.having(StopRun(run: run, reason: "geen draagvlak", on: bench.today))
        #expect(try await bench.ask(AreasQuery()).areas.first?.run == nil)
        #expect(try await bench.ask(RunsQuery(run: run)).runs.first?.stopped == true)
        try await bench.having(StartRun(area: RegistryBench.area))
        #expect(try await bench.ask(RunsQuery()).runs.map(\.run.text) == ["gm1581-0001-t1", "gm1581-0001-t2"])
    }

    @Test("tells why a run was stopped, keeps that out of its event, and can forget it")
    func reason() async throws {
        let bench = try await RegistryBench.signed()
        try await bench.having(StopRun(run: run, reason: "Jan Jansen wil niet meer", on: bench.today))
        let entry = try #require(try await bench.feed().last)
        #expect(entry.topic.hasSuffix("/traject-gestaakt/"))
        #expect(try await bench.feed().allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains("Jansen") })
        let log = try await bench.runtime.store.read { try $0.events(after: .start, limit: 1000) }
        #expect(log.allSatisfy { !String(decoding: $0.event.payload, as: UTF8.self).contains("Jansen") })
        #expect(try await bench.ask(RunsQuery(run: run)).runs.first?.reason == "Jan Jansen wil niet meer")
        try await bench.runtime.store.write { transaction in
            try transaction.removeDocument("gm1581-0001-t1", in: DocumentCollection("reason", .personal))
        }
        let summary = try #require(try await bench.ask(RunsQuery(run: run)).runs.first)
        #expect(summary.stopped && summary.reason == nil)
    }

    @Test("keeps no reason of a stop that is refused")
    func refusedReason() async throws {
        let bench = try await RegistryBench.signed()
        try await bench.having(StopRun(run: run, reason: "geen draagvlak", on: bench.today))
        _ = try bench.refused(try await bench.send(StopRun(run: run, reason: "anders", on: bench.today)))
        #expect(try await bench.ask(RunsQuery(run: run)).runs.first?.reason == "geen draagvlak")
    }

    @Test("tells how a run stands")
    func summary() async throws {
        let bench = try await RegistryBench.signed()
        let summary = try #require(try await bench.ask(RunsQuery(run: run)).runs.first)
        #expect(summary.phase == 2 && summary.phaseName == "Veiligheidsanalyse" && summary.round == 1)
        #expect(summary.completedSteps == [1])
        #expect(
            summary.parties.map(\.organisation.text) == ["brandweer-1", "gemeente-1", "ondernemers-1", "politie-1"]
        )
        #expect(summary.signedOn == bench.today && summary.meetingsPerYear == 4)
        #expect(summary.scheme.text == "kvo-2008" && summary.stars == 0 && !summary.stopped)
        #expect(summary.revision == 9)
        #expect(try await bench.ask(RunsQuery(run: RegistryBench.id("gm1581-0001-t7"))).runs.isEmpty)
    }

    @Test("refuses a writer that has not seen the newest change")
    func stale() async throws {
        let bench = try await RegistryBench.signed()
        let leave = LeaveParty(run: run, organisation: RegistryBench.organisation(.police), on: bench.today)
        let refused = try bench.refused(try await bench.send(leave, expecting: 8))
        #expect(refused.code == .conflict)
        #expect(try bench.done(try await bench.send(leave, expecting: 9)).revision == 10)
    }

    @Test("gives a repeated command the first answer and one effect")
    func repeated() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let key = UUID()
        let first = try await bench.send(StartRun(area: RegistryBench.area), key: key)
        let second = try await bench.send(StartRun(area: RegistryBench.area), key: key)
        #expect(first == second)
        #expect(try await bench.ask(RunsQuery()).runs.count == 1)
    }

    @Test("moves a run once by an event that comes once for each area, and again not when it is delivered twice")
    func hear() async throws {
        let bench = try await RegistryBench.signed()
        let event = AnalysisEstablished(
            run: run,
            areas: [RegistryBench.area],
            measurement: 0,
            on: bench.today,
            surveyClosedOn: bench.today,
            figures: [],
            bottlenecks: []
        )
        let id = UUID()
        try await bench.hear(event, of: .analysis, offset: 1, id: id)
        try await bench.hear(event, of: .analysis, offset: 2, id: id)
        try await bench.hear(event, of: .analysis, offset: 3)
        let summary = try #require(try await bench.ask(RunsQuery(run: run)).runs.first)
        #expect(summary.phase == 3 && summary.completedSteps == [1, 2] && summary.revision == 10)
        #expect(try await bench.feed().last?.topic == "e/registry/gm1581/gm1581-0001/traject-fase-gewijzigd/")
    }

    @Test("follows the events of all other services through a round and shows the star")
    func round() async throws {
        let bench = try await RegistryBench.signed()
        let (areas, day) = ([RegistryBench.area], bench.today)
        let analysis = AnalysisEstablished(
            run: run,
            areas: areas,
            measurement: 0,
            on: day,
            surveyClosedOn: nil,
            figures: [],
            bottlenecks: []
        )
        let plan = PlanAdopted(run: run, areas: areas, version: 1, on: day, objectives: [], measures: 1, agreedBy: [])
        let certificate = CertificateGranted(
            run: run,
            areas: areas,
            certificate: RegistryBench.id("KVO-gm1581-0001-t1-1"),
            name: "Basis Samenwerken",
            stars: 1,
            validFrom: day,
            validUntil: RegistryBench.day("2028-03-01"),
            on: day
        )
        let report = AnnualReportEstablished(run: run, areas: areas, year: 2025, done: 1, open: 0, meetings: 4, on: day)
        try await bench.hear(analysis, of: .analysis, offset: 1)
        try await bench.hear(plan, of: .planning, offset: 1)
        try await bench.hear(certificate, of: .certification, offset: 1)
        try await bench.hear(report, of: .planning, offset: 2)
        try await bench.having(StartEvaluation(run: run, on: day))
        let evaluation = EvaluationEstablished(run: run, areas: areas, measurement: 1, on: day, comparisons: [])
        try await bench.hear(evaluation, of: .analysis, offset: 2)
        let adjusted = PlanAdjusted(
            run: run,
            areas: areas,
            version: 2,
            on: day,
            objectives: [],
            measures: 1,
            dropped: [],
            agreedBy: []
        )
        try await bench.hear(adjusted, of: .planning, offset: 3)
        let summary = try #require(try await bench.ask(RunsQuery(run: run)).runs.first)
        #expect(summary.phase == 8 && summary.round == 2 && summary.stars == 1)
        #expect(summary.completedSteps == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test("rebuilds the same answers from the log alone")
    func rebuild() async throws {
        let bench = try await RegistryBench.signed()
        let (areas, runs) = (try await bench.ask(AreasQuery()), try await bench.ask(RunsQuery()))
        try await bench.runtime.store.write { transaction in
            for projection in bench.runtime.plugin.projections {
                for collection in projection.collections { try transaction.clear(collection) }
                try transaction.setCheckpoint(
                    ProjectionCheckpoint(version: projection.version - 1, position: .start),
                    of: projection.name
                )
            }
        }
        try await bench.runtime.catchUp()
        #expect(try await bench.ask(AreasQuery()) == areas)
        #expect(try await bench.ask(RunsQuery()) == runs)
    }
}
