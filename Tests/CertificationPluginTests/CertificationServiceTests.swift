import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The certification service")
struct CertificationServiceTests {
    typealias Bench = CertificationBench

    @Test("answers a request with the application that it opened")
    func request() async throws {
        let bench = try await Bench.ready()
        let command = RequestAudit(run: Bench.run, by: Bench.gemeente, on: Bench.today)
        let done = try bench.done(try await bench.send(command))
        let answer = try JSON.decode(RequestAudit.Answer.self, from: try #require(done.result))
        #expect(answer.application.text == "gm1581-0001-t1.a1")
        #expect(done.stream == "certification/gm1581-0001-t1")
        #expect(done.events == ["nl.kvo.audit-aangevraagd.v1"])
    }

    @Test("publishes a certificate once for each of its areas, with identifiers of their own and one correlation")
    func publish() async throws {
        let bench = try await Bench.ready()
        try await bench.review()
        let key = UUID()
        let grant = Decide(run: Bench.run, grant: true, reasons: "", on: Bench.today)
        let done = try bench.done(try await bench.send(grant, key: key))
        #expect(done.events == ["nl.kvo.certificaat-verleend.v1"])
        let entries = try await bench.feed().suffix(2)
        #expect(
            entries.map(\.topic) == [
                "e/certification/gm1581/gm1581-0001/certificaat-verleend/",
                "e/certification/gm1581/gm1581-0002/certificaat-verleend/",
            ]
        )
        let events = try entries.map { try CloudEvent(json: $0.body) }
        #expect(Set(events.map(\.id)).count == 2)
        #expect(events.allSatisfy { $0.correlation == key.uuidString.lowercased() })
        #expect(events.allSatisfy { $0.subject == "certificaat/KVO-gm1581-0001-t1-1" })
    }

    @Test("tells how certificates and applications stand, the older ones too")
    func list() async throws {
        let bench = try await Bench.certified()
        let later = Bench.day("2027-12-01")
        try await bench.hear(bench.phase(8, round: 2), of: .registry)
        try await bench.hear(bench.analysis(1, closed: later), of: .analysis)
        try await bench.review(on: later)
        try await bench.having(Decide(run: Bench.run, grant: true, reasons: "", on: later), on: later)
        let list = try await bench.certificates(Bench.run)
        #expect(list.certificates.map(\.status) == ["vervangen", "verleend"])
        #expect(list.certificates.map(\.title) == ["Basis Samenwerken", "Continu Samenwerken"])
        #expect(list.certificates.map(\.stars) == [1, 2])
        #expect(list.certificates.map(\.validUntil.description) == ["2028-03-01", "2029-11-30"])
        #expect(list.certificates.allSatisfy { $0.name == "De Meent" && $0.areas == Bench.areas })
        #expect(list.applications.map(\.status) == ["verleend", "verleend"])
        #expect(list.applications.map(\.reviewer) == [Bench.reviewer, Bench.reviewer])
        #expect(list.applications.map(\.on) == [Bench.today, later])
        #expect(
            try await bench.certificates(Bench.id("gm1581-0001-t2"))
                == CertificateList(certificates: [], applications: [])
        )
        #expect(try await bench.certificates() == list)
    }

    @Test("names the closed gate in its refusal and keeps nothing")
    func gate() async throws {
        let bench = try await Bench.ready()
        try await bench.having(RequestAudit(run: Bench.run, by: Bench.gemeente, on: Bench.today))
        let command = PlanAudit(run: Bench.run, reviewer: Bench.gemeente, on: Bench.today)
        let refused = try bench.refused(try await bench.send(command))
        #expect(refused.code == .refused && refused.gate == "onafhankelijke-toetser")
        #expect(try await bench.certificates().applications.map(\.status) == ["aangevraagd"])
    }

    @Test("refuses a writer that has not seen the newest change")
    func stale() async throws {
        let bench = try await Bench.ready()
        let command = RequestAudit(run: Bench.run, by: Bench.gemeente, on: Bench.today)
        #expect(try bench.refused(try await bench.send(command, expecting: 4)).code == .conflict)
        #expect(try bench.done(try await bench.send(command, expecting: 5)).revision == 6)
    }

    @Test("grants one star for a decision that is sent twice under one key, and none under another")
    func repeated() async throws {
        let bench = try await Bench.ready()
        try await bench.review()
        let grant = Decide(run: Bench.run, grant: true, reasons: "", on: Bench.today)
        let key = UUID()
        let first = try await bench.send(grant, key: key)
        #expect(try await bench.send(grant, key: key) == first)
        #expect(try bench.refused(try await bench.send(grant)).message.contains("is verleend and cannot be granted"))
        #expect(try await bench.certificates().certificates.map(\.stars) == [1])
    }

    @Test("hears each event once, although it comes once for each area")
    func hearing() async throws {
        let bench = try await Bench.ready()
        let stream = StreamName("certification", Bench.run.text)
        let types = try await bench.runtime.store.read { try $0.events(in: stream, after: .none).map(\.event.type) }
        #expect(
            types == [
                "certification.run-start-heard.v1", "certification.party-heard.v1", "certification.phase-heard.v1",
                "certification.measurement-heard.v1", "certification.plan-heard.v1",
            ]
        )
        #expect(try await bench.feed().isEmpty)
    }

    @Test("takes a reviewer's independence from the parties that it hears of")
    func partyLater() async throws {
        let bench = try await Bench.ready()
        try await bench.review()
        try await bench.hear(bench.joined(Bench.reviewer), of: .registry)
        let grant = Decide(run: Bench.run, grant: true, reasons: "", on: Bench.today)
        #expect(try bench.refused(try await bench.send(grant)).gate == "onafhankelijke-toetser")
        let left = PartyLeft(
            run: Bench.run,
            areas: Bench.areas,
            organisation: Bench.reviewer,
            kind: .other,
            mandatoryKindMissing: false,
            on: Bench.today
        )
        try await bench.hear(left, of: .registry)
        let refused = try bench.refused(try await bench.send(grant))
        #expect(refused.gate == "onafhankelijke-toetser" && refused.message.contains("and left"))
    }

    @Test("carries out the whole ladder: nonconformity, suspension, lifting, withdrawal")
    func ladder() async throws {
        let bench = try await Bench.ready()
        let (run, day, t1): (RunID, CalendarDate, LocalID) = (Bench.run, Bench.today, Bench.id("T1"))
        try await bench.having(
            RequestAudit(run: run, by: Bench.gemeente, on: day),
            PlanAudit(run: run, reviewer: Bench.reviewer, on: day),
            RecordNonconformity(run: run, nonconformity: t1, class: "klein", on: day),
            CompleteAudit(
                run: run,
                on: day,
                siteVisit: true,
                documentStudy: true,
                interviewsEntrepreneurs: true,
                interviewsGovernment: true,
                positive: true
            )
        )
        let grant = Decide(run: run, grant: true, reasons: "", on: day)
        #expect(try bench.refused(try await bench.send(grant)).gate == "tekortkomingen-opgeheven")
        try await bench.having(ResolveNonconformity(run: run, nonconformity: t1, on: day), grant)
        var statuses: [String] = []
        let steps: [any CommandContract] = [
            Suspend(run: run, reason: "x", on: day), LiftSuspension(run: run, on: day),
            Withdraw(run: run, reason: "x", on: day),
        ]
        for step in steps {
            try await bench.having(step)
            statuses += try await bench.certificates().certificates.map(\.status)
        }
        #expect(statuses == ["geschorst", "verleend", "ingetrokken"])
        let tails = try await bench.feed().map { $0.topic.split(separator: "/").last.map(String.init) }
        #expect(tails.contains("tekortkoming-vastgesteld") && tails.contains("tekortkoming-opgeheven"))
    }
}
