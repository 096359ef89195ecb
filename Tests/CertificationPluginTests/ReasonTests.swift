import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@testable import CertificationPlugin

@Suite("The reason of a refusal, a suspension or a withdrawal")
struct ReasonTests {
    typealias Bench = CertificationBench
    static let collection = DocumentCollection("reason", .personal)

    func texts(_ bench: Bench) async throws -> [String] {
        let feed = try await bench.feed().map(\.body)
        let log = try await bench.runtime.store.read { try $0.events(after: .start, limit: 1000).map(\.event.payload) }
        return (feed + log).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("is told with the status that it explains, and enters no event")
    func told() async throws {
        let bench = try await Bench.certified()
        let (run, day, later) = (Bench.run, Bench.today, Bench.day("2026-04-01"))
        let steps: [any CommandContract] = [
            Suspend(run: run, reason: "Jansen: geen schouw", on: day), LiftSuspension(run: run, on: day),
            Suspend(run: run, reason: "Jansen: weer geen schouw", on: later),
            Withdraw(run: run, reason: "Jansen: fraude", on: later),
        ]
        var reasons: [String?] = []
        for step in steps {
            try await bench.having(step, on: later)
            reasons += try await bench.certificates().certificates.map(\.reason)
        }
        #expect(reasons == ["Jansen: geen schouw", nil, "Jansen: weer geen schouw", "Jansen: fraude"])
        #expect(try await texts(bench).allSatisfy { !$0.contains("Jansen") })
    }

    @Test("of a refused application stays with it when the next one is granted")
    func application() async throws {
        let bench = try await Bench.ready()
        try await bench.review()
        try await bench.having(Decide(run: Bench.run, grant: false, reasons: "Jansen ontbrak", on: Bench.today))
        try await bench.review()
        try await bench.having(Decide(run: Bench.run, grant: true, reasons: "Jansen was er", on: Bench.today))
        let list = try await bench.certificates()
        #expect(list.applications.map(\.status) == ["geweigerd", "verleend"])
        #expect(list.applications.map(\.reason) == ["Jansen ontbrak", nil])
        #expect(list.certificates.map(\.reason) == [nil])
        #expect(try await texts(bench).allSatisfy { !$0.contains("Jansen") })
    }

    @Test("can be erased, and then the status stands without one")
    func erased() async throws {
        let bench = try await Bench.certified()
        try await bench.having(Suspend(run: Bench.run, reason: "Jansen", on: Bench.today))
        try await bench.runtime.store.write { transaction in
            for document in try transaction.documents(in: Self.collection, prefix: "") {
                try transaction.removeDocument(document.key, in: Self.collection)
            }
        }
        let certificate = try #require(try await bench.certificates().certificates.first)
        #expect(certificate.status == "geschorst" && certificate.reason == nil)
    }

    @Test("is not kept when the command is refused")
    func refused() async throws {
        let bench = try await Bench.ready()
        _ = try bench.refused(try await bench.send(Suspend(run: Bench.run, reason: "x", on: Bench.today)))
        #expect(try await bench.runtime.store.read { try $0.documents(in: Self.collection, prefix: "").isEmpty })
    }

    @Test("leaves events of other streams to other projections")
    func otherStream() async throws {
        let bench = try await Bench.certified()
        let list = try await bench.certificates()
        try await bench.runtime.store.write { transaction in
            let stream = StreamName("certification", Bench.run.text)
            for recorded in try transaction.events(in: stream, after: .none) {
                let elsewhere = RecordedEvent(
                    position: recorded.position,
                    stream: StreamName("other", recorded.stream.id),
                    revision: recorded.revision,
                    event: recorded.event
                )
                try CertificationProjection().apply(elsewhere, in: transaction)
            }
        }
        #expect(try await bench.certificates() == list)
    }
}
