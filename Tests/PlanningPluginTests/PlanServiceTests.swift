import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("Planning service")
struct PlanServiceTests {
    let run = PlanningBench.run
    let today = PlanningBench.today
    let m1: LocalID = PlanningBench.id("M1")

    @Test("an adopted plan goes out as CloudEvents, once for each area")
    func adoption() async throws {
        let bench = try await PlanningBench.complete()
        #expect(try await bench.feed().isEmpty)
        let done = try PlanningBench.done(try await bench.send(PlanningBench.adoption()))
        #expect(done.stream == "plan/gm1581-0001-t1")
        #expect(done.events == [PlanAdopted.type, MeasureAssigned.type])
        #expect(done.mark?.offset == 4)
        let feed = try await bench.feed()
        #expect(
            feed.map(\.topic) == [
                "e/planning/gm1581/gm1581-0001/plan-van-aanpak-vastgesteld/",
                "e/planning/gm1581/gm1581-0002/plan-van-aanpak-vastgesteld/",
                "e/planning/gm1581/gm1581-0001/maatregel-toegewezen/",
                "e/planning/gm1581/gm1581-0002/maatregel-toegewezen/",
            ]
        )
        let events = try feed.map { try CloudEvent(json: $0.body) }
        #expect(Set(events.map(\.id)).count == 4)
        #expect(events.map(\.subject).last == "maatregel/gm1581-0001-t1/M1")
        let adopted = try JSON.decode(PlanAdopted.self, from: try #require(events.first?.data))
        #expect(adopted.version == 1)
        #expect(adopted.objectives.map(\.base) == [0.53])
        #expect(adopted.measures == 1)
    }

    @Test("each step of a measure goes out under its Dutch name")
    func course() async throws {
        let bench = try await PlanningBench.executing()
        let before = try await bench.feed().count
        try await bench.having(
            StartMeasure(run: run, measure: m1, on: today),
            ReportProgress(run: run, measure: m1, percent: 40, on: today, note: nil),
            CompleteMeasure(run: run, measure: m1, on: today, proof: nil),
            EstablishAnnualReport(run: run, year: 2026, meetings: 4, on: today)
        )
        let names = try await bench.feed().dropFirst(before).map { try CloudEvent(json: $0.body).type }
        #expect(
            names == [MeasureStarted.type, MeasureDone.type, AnnualReportEstablished.type].flatMap { [$0, $0] }
        )
    }

    @Test("a closed gate is told with its name and changes nothing")
    func gate() async throws {
        let bench = try await PlanningBench.making()
        let before = try await bench.revision()
        let refused = try PlanningBench.refused(try await bench.send(PlanningBench.adoption()))
        #expect(refused.code == .refused)
        #expect(refused.gate == "knelpunten-gedekt")
        #expect(refused.message.contains("K1 (no objective), K2 (no objective)"))
        #expect(try await bench.revision() == before)
    }

    @Test("a target is held against the unit of its figure", arguments: [("B1", 1.01, false), ("inbraak", 12, true)])
    func target(indicator: String, target: Double, allowed: Bool) async throws {
        let bench = try await PlanningBench.making()
        let reply = try await bench.send(PlanningBench.objective("D1", for: "K1", indicator: indicator, target: target))
        if allowed {
            #expect(try await bench.plan().objectives.map(\.base) == [21])
        } else {
            #expect(try PlanningBench.refused(reply).message.contains("between 0 and 1"))
        }
    }

    @Test("a run of which nothing was heard is refused")
    func unknown() async throws {
        let refused = try PlanningBench.refused(try await PlanningBench().send(PlanningBench.adoption()))
        #expect(refused.message.hasPrefix("there is no run gm1581-0001-t1"))
    }

    @Test("a writer with a stale revision gets a conflict")
    func conflict() async throws {
        let bench = try await PlanningBench.making()
        let revision = try await bench.plan().revision
        let first = try await bench.send(PlanningBench.objective("D1", for: "K1"), expecting: revision)
        #expect(try PlanningBench.done(first).revision == revision + 1)
        let second = try await bench.send(PlanningBench.objective("D2", for: "K2"), expecting: revision)
        #expect(try PlanningBench.refused(second).code == .conflict)
    }

    @Test("a repeated key gets the same reply and has one effect")
    func repeated() async throws {
        let bench = try await PlanningBench.complete()
        let key = UUID()
        let first = try await bench.send(PlanningBench.adoption(), key: key)
        let feed = try await bench.feed()
        #expect(try await bench.send(PlanningBench.adoption(), key: key) == first)
        #expect(try await bench.feed() == feed)
        let other = try await bench.send(ArgueAway(run: run, bottleneck: m1, reason: "x"), key: key)
        #expect(try PlanningBench.refused(other).code == .mismatch)
    }

    @Test("an event that is heard twice has one effect")
    func twice() async throws {
        let bench = try await PlanningBench.making()
        let before = try await bench.revision()
        let id = UUID()
        let left = PartyLeft(
            run: run,
            areas: PlanningBench.areas,
            organisation: PlanningBench.id("vru"),
            kind: .fireBrigade,
            mandatoryKindMissing: true,
            on: today
        )
        try await bench.hear(left, of: .registry, id: id)
        #expect(try await bench.revision() == before + 1)
        try await bench.hear(left, of: .registry, id: id)
        try await bench.hear(left, of: .registry)
        try await bench.hear(PlanningBench.analysis(0, on: "2026-03-01", "K9"), of: .analysis)
        #expect(try await bench.revision() == before + 1)
        #expect(try await bench.plan().bottlenecks.map(\.id.text) == ["K1", "K2"])
    }

    @Test("all that is heard counts: the end of a run, and a mandatory party that leaves")
    func heard() async throws {
        let bench = try await PlanningBench.complete()
        let left = PartyLeft(
            run: run,
            areas: PlanningBench.areas,
            organisation: PlanningBench.id("vru"),
            kind: .fireBrigade,
            mandatoryKindMissing: true,
            on: today
        )
        try await bench.hear(left, of: .registry)
        let closed = try PlanningBench.refused(try await bench.send(PlanningBench.adoption()))
        #expect(closed.gate == "verplichte-partijen-akkoord")
        #expect(closed.message.contains("no party of kind brandweer"))
        try await bench.hear(
            RunStopped(run: run, areas: PlanningBench.areas, on: today),
            of: .registry
        )
        let stopped = try PlanningBench.refused(try await bench.send(PlanningBench.adoption()))
        #expect(stopped.message.contains("given up"))
    }

    @Test("notes and proofs are kept apart and never enter an event")
    func notes() async throws {
        let bench = try await PlanningBench.executing()
        try await bench.having(
            StartMeasure(run: run, measure: m1, on: today),
            ReportProgress(run: run, measure: m1, percent: 40, on: today, note: "Jansen levert de lampen"),
            ReportProgress(run: run, measure: m1, percent: 50, on: today, note: " "),
            CompleteMeasure(run: run, measure: m1, on: today, proof: "foto bij Jansen")
        )
        let notes = try await bench.notes()
        #expect(notes.count == 2)
        #expect(notes.allSatisfy { $0.key.hasPrefix("gm1581-0001-t1/M1/") })
        let texts = notes.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(texts.filter { $0.contains("Jansen levert de lampen") }.count == 1)
        #expect(texts.filter { $0.contains("foto bij Jansen") }.count == 1)
        let log = try await bench.runtime.store.read { try $0.events(after: .start, limit: 1000) }
        #expect(log.allSatisfy { !String(decoding: $0.event.payload, as: UTF8.self).contains("Jansen") })
    }

    @Test("a note that is too long, or of a refused report, is not kept")
    func refusedNotes() async throws {
        let bench = try await PlanningBench.executing()
        try await bench.having(StartMeasure(run: run, measure: m1, on: today))
        let long = String(repeating: "x", count: 4001)
        let tooLong = ReportProgress(run: run, measure: m1, percent: 40, on: today, note: long)
        #expect(try PlanningBench.refused(try await bench.send(tooLong)).code == .invalid)
        let wrong = ReportProgress(run: run, measure: m1, percent: 140, on: today, note: "te veel")
        #expect(try PlanningBench.refused(try await bench.send(wrong)).code == .refused)
        #expect(try await bench.notes().isEmpty)
        #expect(try await bench.plan().measures.map(\.percent) == [0])
    }
}
