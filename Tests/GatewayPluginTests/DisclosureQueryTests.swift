import CloudEvents
import Contracts
import EventSourcing
import Foundation
import GatewayPlugin
import PluginKit
import Scheme
import Testing

@Suite("The record of what was disclosed")
struct DisclosureQueryTests {
    typealias Bench = GatewayBench

    private func granted() async throws -> Bench {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        return bench
    }

    private func disclosed(
        _ bench: Bench,
        since: CalendarDate? = nil,
        after: Int64 = 0,
        limit: Int = 500
    ) async throws -> [Disclosure] {
        try await bench.answer(
            DisclosedQuery(partner: Bench.police, since: since, after: after, limit: limit)
        ).disclosures
    }

    @Test("names every event by its source, its identifier and the digest of its bytes, a page at a time")
    func pages() async throws {
        let bench = try await granted()
        try await bench.hear(1...5)
        let all = try await disclosed(bench)
        #expect(all.map(\.id) == Bench.ids(1...5))
        #expect(all.map(\.offset) == Array(1...5))
        let entry = try Bench.entry(1)
        let first = try #require(all.first)
        #expect(first.source == "urn:nld:test:certification" && first.topic == entry.topic)
        #expect(first.bytes == entry.body.count && first.at == Bench.today.noonInTheNetherlands.microseconds)
        #expect(first.digest.count == 64 && first.digest.allSatisfy { "0123456789abcdef".contains($0) })
        #expect(Set(all.map(\.digest)).count == 5)
        #expect(try await disclosed(bench, limit: 2).map(\.offset) == [1, 2])
        #expect(try await disclosed(bench, after: 2, limit: 2).map(\.offset) == [3, 4])
        #expect(try await disclosed(bench, after: 5).isEmpty)
    }

    @Test("is whole for ever: trimming and shutting out take nothing from it")
    func kept() async throws {
        let bench = try await granted()
        try await bench.hear(1...5)
        let channel = try #require(ChannelName("politie-mn"))
        try await bench.store.write { try $0.trim(channel, upTo: FeedOffset(4)) }
        try await bench.done(RevokePartner(partner: Bench.police))
        #expect(try await disclosed(bench).count == 5)
        let summary = try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first
        #expect(summary?.head == 5 && summary?.floor == 4)
    }

    /// Midnight in the Netherlands is 23:00 UTC in winter and 22:00 in summer.
    @Test(
        "begins with a day at midnight in the Netherlands",
        arguments: [
            ("2026-11-23", "2026-11-22T23:00:00Z"), ("2026-07-01", "2026-06-30T22:00:00Z"),
            ("2026-03-29", "2026-03-28T23:00:00Z"), ("2026-03-30", "2026-03-29T22:00:00Z"),
            ("2026-10-25", "2026-10-24T22:00:00Z"), ("2026-10-26", "2026-10-25T23:00:00Z"),
        ]
    )
    func midnight(day: String, begins: String) async throws {
        let midnight = try Date(begins, strategy: .iso8601)
        let begin = Instant(microseconds: Int64(midnight.timeIntervalSince1970) * 1_000_000)
        let bench = try await granted()
        try await bench.hear([Bench.entry(1)], at: Instant(microseconds: begin.microseconds - 1))
        try await bench.hear([Bench.entry(2)], at: begin)
        try await bench.hear([Bench.entry(3)], at: Instant(microseconds: begin.microseconds + 1))
        #expect(try await disclosed(bench, since: Bench.day(day)).map(\.offset) == [2, 3])
    }

    @Test("is asked for in pages of 1 to 1000 lines of a partner that there is")
    func refused() async throws {
        let bench = try await granted()
        for query in [
            DisclosedQuery(partner: Bench.police, limit: 0), DisclosedQuery(partner: Bench.police, limit: 1001),
            DisclosedQuery(partner: Bench.police, after: -1),
        ] {
            #expect(try await bench.refusal(of: query).contains("1 to 1000 lines"))
        }
        #expect(try await bench.refusal(of: DisclosedQuery(partner: Bench.fire)).contains("no partner brandweer"))
    }
}

@Suite("How far a partner has come")
struct PartnerProgressTests {
    typealias Bench = GatewayBench

    private func keep(_ trouble: PartnerTrouble, _ bench: Bench, of partner: PartnerID = Bench.police) async throws {
        try await bench.store.write { try trouble.keep(of: partner, in: $0) }
    }

    private func trouble(_ offset: Int64, consumer: String = "meldkamer") -> PartnerTrouble {
        PartnerTrouble(consumer: consumer, offset: offset, reason: "geen adres", at: offset)
    }

    @Test("is what its consumers say, each for itself")
    func progress() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        try await bench.hear(1...5)
        let channel = try #require(ChannelName("politie-mn"))
        try await bench.store.write { transaction in
            for (consumer, offset) in [("b", 3), ("a", 5)] as [(String, Int64)] {
                try transaction.acknowledge(
                    channel: channel,
                    consumer: consumer,
                    upTo: FeedOffset(offset),
                    at: Instant(microseconds: offset)
                )
            }
        }
        let summary = try #require(try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first)
        #expect(summary.head == 5 && summary.floor == 0)
        #expect(
            summary.consumers == [
                PartnerProgress(consumer: "a", offset: 5, at: 5), PartnerProgress(consumer: "b", offset: 3, at: 3),
            ]
        )
        #expect(
            try await bench.refusal(of: PartnersQuery(partner: Bench.fire)).contains("there is no partner brandweer")
        )
    }

    @Test("is forgotten of a consumer by command, with its troubles; what it was given stays on record")
    func forgotten() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        try await bench.hear(1...5)
        let channel = try #require(ChannelName("politie-mn"))
        func acknowledge(_ consumer: String, _ offset: Int64) async throws {
            let now = Instant(microseconds: offset)
            try await bench.store.write {
                try $0.acknowledge(channel: channel, consumer: consumer, upTo: FeedOffset(offset), at: now)
            }
        }
        for consumer in ["archief", "meldkamer"] {
            try await acknowledge(consumer, 3)
            try await keep(trouble(2, consumer: consumer), bench)
        }
        let done = try await bench.done(ForgetConsumer(partner: Bench.police, consumer: "archief"))
        #expect(done.result == .object(["offset": .integer(3)]) && done.events == [])
        let summary = try #require(try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first)
        #expect(summary.consumers == [PartnerProgress(consumer: "meldkamer", offset: 3, at: 3)])
        #expect(summary.troubles == [trouble(2)])
        #expect(try await bench.answer(DisclosedQuery(partner: Bench.police)).disclosures.count == 5)
        let again = try await bench.refused(ForgetConsumer(partner: Bench.police, consumer: "archief"))
        #expect(again.message == "politie-mn has no consumer archief; kvo partner lag politie-mn shows those it has.")
        let unknown = try await bench.refused(ForgetConsumer(partner: Bench.fire, consumer: "archief"))
        #expect(unknown.message.contains("there is no partner brandweer"))
        try await acknowledge("archief", 1)
        #expect(try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first?.consumers.count == 2)
    }

    @Test("is forgotten also of a consumer that has said only what it could not handle")
    func forgottenTroubles() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await keep(trouble(2, consumer: "archief"), bench)
        let done = try await bench.done(ForgetConsumer(partner: Bench.police, consumer: "archief"))
        #expect(done.result == .object(["offset": .integer(0)]))
        #expect(try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first?.troubles == [])
        let again = try await bench.refused(ForgetConsumer(partner: Bench.police, consumer: "archief"))
        #expect(again.message.contains("has no consumer archief"))
    }

    @Test("shows what it could not handle: the last hundred, each consumer\u{2019}s own, and no other partner\u{2019}s")
    func troubles() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.add(Bench.id("politie-mn2"), key: 2)
        try await keep(trouble(1), bench, of: Bench.id("politie-mn2"))
        for offset in Int64(1)...103 { try await keep(trouble(offset), bench) }
        try await keep(trouble(103), bench)
        try await keep(trouble(103, consumer: "archief"), bench)
        let troubles = try #require(try await bench.answer(PartnersQuery(partner: Bench.police)).partners.first)
            .troubles
        #expect(troubles.count == PartnerTrouble.limit)
        #expect(troubles.map(\.offset) == Array(5...103) + [103])
        #expect(troubles.suffix(2).map(\.consumer) == ["archief", "meldkamer"])
        let other = try await bench.answer(PartnersQuery(partner: Bench.id("politie-mn2"))).partners.first
        #expect(other?.troubles.map(\.offset) == [1])
    }
}
