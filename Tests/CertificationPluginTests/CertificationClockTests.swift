import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The clock of certification")
struct CertificationClockTests {
    typealias Bench = CertificationBench

    func told(_ bench: Bench) async throws -> [String] {
        try await bench.feed().map { try CloudEvent(json: $0.body) }.filter { $0.type.contains("certificaat-verlo") }
            .map { "\($0.type.dropFirst(7).dropLast(3)) \($0.data?["warningDays"] ?? .null)" }
    }

    @Test("warns once of the nearest day and marks the end once, for each area")
    func due() async throws {
        let bench = try await Bench.certified()
        for day in ["2026-03-03", "2027-10-01", "2027-10-01", "2028-03-01", "2028-03-02", "2028-03-02", "2030-01-01"] {
            try await bench.fallDue(day)
        }
        #expect(
            try await told(bench) == [
                "certificaat-verloopt-binnenkort integer(180)", "certificaat-verloopt-binnenkort integer(180)",
                "certificaat-verloopt-binnenkort integer(30)", "certificaat-verloopt-binnenkort integer(30)",
                "certificaat-verlopen null", "certificaat-verlopen null",
            ]
        )
        #expect(try await bench.certificates().certificates.map(\.status) == ["verlopen"])
    }

    @Test("warns of the end of the next certificate from the longest warning on")
    func renewed() async throws {
        let bench = try await Bench.certified()
        try await bench.fallDue("2028-02-20")
        let renewal = Bench.day("2028-02-20")
        try await bench.hear(bench.phase(8, round: 2), of: .registry)
        try await bench.hear(bench.analysis(1, closed: renewal), of: .analysis)
        try await bench.review(on: renewal)
        try await bench.having(Decide(run: Bench.run, grant: true, reasons: "", on: renewal), on: renewal)
        for day in ["2028-03-05", "2029-03-01"] { try await bench.fallDue(day) }
        let days = try await told(bench).compactMap { $0.split(separator: " ").last }
        #expect(days == ["integer(30)", "integer(30)", "integer(365)", "integer(365)"])
    }

    @Test("writes nothing on a day on which nothing is due")
    func quiet() async throws {
        let bench = try await Bench.certified()
        let before = try await bench.runtime.store.read { try $0.events(after: .start, limit: 100).count }
        try await bench.fallDue("2026-06-01")
        #expect(try await bench.runtime.store.read { try $0.events(after: .start, limit: 100).count } == before)
    }

    @Test("ends a suspended certificate, which lifting does not revive")
    func suspended() async throws {
        let bench = try await Bench.certified()
        try await bench.having(Suspend(run: Bench.run, reason: "geen schouw", on: Bench.today))
        try await bench.fallDue("2028-03-02")
        let day = Bench.day("2028-03-02")
        let refused = try bench.refused(try await bench.send(LiftSuspension(run: Bench.run, on: day), on: day))
        #expect(refused.message.contains("is verlopen"))
        #expect(try await bench.certificates().certificates.map(\.status) == ["verlopen"])
    }

    @Test("goes by the Dutch day: on the last day at noon the certificate still holds")
    func lastDay() async throws {
        let bench = try await Bench.certified()
        try await bench.fallDue("2028-03-01")
        #expect(try await bench.certificates().certificates.map(\.status) == ["verleend"])
        let midnight = Bench.day("2028-03-01").noonInTheNetherlands.microseconds + 12 * 3_600_000_000
        try await bench.runtime.fallDue(at: Instant(microseconds: midnight))
        #expect(try await bench.certificates().certificates.map(\.status) == ["verlopen"])
    }

    @Test("finds the same after its records were rebuilt from the log")
    func rebuild() async throws {
        let bench = try await Bench.certified()
        try await bench.fallDue("2027-10-01")
        let list = try await bench.certificates()
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
        #expect(try await bench.certificates() == list)
        try await bench.fallDue("2027-10-01")
        #expect(try await told(bench).count == 2)
    }
}
