import CloudEvents
import Contracts
import EventSourcing
import Foundation
import GatewayPlugin
import PluginKit
import Scheme
import Testing

@Suite("A partner\u{2019}s feed")
struct DisclosureTests {
    typealias Bench = GatewayBench

    @Test("holds nothing by default")
    func deny() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.hear(1...3)
        #expect(try await bench.feed(of: Bench.police).isEmpty)
        #expect(try await bench.store.read { try $0.channels() }.isEmpty)
    }

    @Test("holds what the grants of that moment give, in the order in which it was heard, and nothing else")
    func granted() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.add(Bench.fire, key: 2)
        try await bench.grant(Bench.police, "certification/gm0344/*/*")
        try await bench.grant(Bench.fire, "*/*/*/*")
        try await bench.hear([
            Bench.entry(1), Bench.entry(2, in: "gm0345"), Bench.entry(3), Bench.entry(4, in: "gm03"),
        ])
        try await bench.hear([Bench.entry(1, of: "planning"), Bench.entry(2, of: "planning")], of: .planning)
        try await bench.hear([Bench.entry(5)])
        #expect(try await bench.feed(of: Bench.police) == ["certification-1", "certification-3", "certification-5"])
        #expect(
            try await bench.feed(of: Bench.fire)
                == Bench.ids(1...4) + Bench.ids(1...2, of: "planning") + ["certification-5"]
        )
    }

    @Test("has each event once, also when two grants give it")
    func twoGrants() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        for pattern in ["certification/gm0344/*/*", "*/gm0344/*/*", "*/*/*/*", "*/*/*/test"]
        where pattern != "*/*/*/test" {
            try await bench.grant(Bench.police, pattern)
        }
        try await bench.hear(1...2)
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2))
    }

    @Test(
        "holds an event only up to the class that is granted; one without a known class counts as the highest",
        arguments: [
            (.open, ["openbaar"]), (.partnership, ["openbaar", "intern"]),
            (.confidential, ["openbaar", "intern", "vertrouwelijk", nil, "geheim", ""]),
        ] as [(DataClass, [String?])]
    )
    func classes(granted: DataClass, given: [String?]) async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*", granted)
        let classes: [String?] = ["openbaar", "intern", "vertrouwelijk", nil, "geheim", "OPENBAAR"]
        try await bench.hear(
            try classes.enumerated().map { try Bench.entry(Int64($0.offset + 1), dataClass: $0.element) }
        )
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...Int64(given.count)))
    }

    @Test("follows each change of the grants from then on")
    func changes() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.hear(1...1)
        try await bench.grant(Bench.police, "*/gm0344/*/*", .open)
        try await bench.hear(2...2)
        try await bench.done(WithdrawGrant(partner: Bench.police, pattern: Bench.id("*/gm0344/*/*")))
        try await bench.hear(3...3)
        try await bench.grant(Bench.police, "*/gm0344/*/*", .open)
        try await bench.hear([Bench.entry(4, dataClass: "intern")])
        try await bench.grant(Bench.police, "*/gm0344/*/*", .partnership)
        try await bench.hear([Bench.entry(5, dataClass: "intern")])
        #expect(try await bench.feed(of: Bench.police) == ["certification-2", "certification-5"])
    }

    @Test("follows the grants as they stand after a change that was not kept")
    func rolledBack() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/gm0344/*/*")
        try await bench.hear(1...1)
        try await bench.refused(GrantTopics(partner: Bench.police, pattern: Bench.id("nobody/*/*/*"), dataClass: .open))
        try await bench.refused(WithdrawGrant(partner: Bench.police, pattern: Bench.id("*/*/*/*")))
        try await bench.hear(2...2)
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2))
    }

    @Test("gets nothing more once the partner is shut out, and keeps what was disclosed")
    func revoked() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        try await bench.hear(1...2)
        try await bench.done(RevokePartner(partner: Bench.police))
        try await bench.hear(3...4)
        let refused = try await bench.refused(BackfillPartner(partner: Bench.police, pattern: Bench.id("*/*/*/*")))
        #expect(refused.message.contains("was shut out"))
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2))
        try await bench.add(Bench.police, key: 2)
        try await bench.hear(5...5)
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2), "its grants have ended with it")
    }

    @Test("has each event once, also when the same entries are heard again after a crash in between")
    func twice() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        let entries = try (1...3).map { try Bench.entry($0) }
        try await bench.hear(entries)
        let before = try InMemoryEventStore(copying: bench.store)
        try await bench.hear(entries)
        try await bench.hear([entries[2]])
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...3))
        let restarted = try Bench(store: before)
        try await restarted.hear(entries + [Bench.entry(4)])
        #expect(try await restarted.feed(of: Bench.police) == Bench.ids(1...4))
    }

    @Test("has the very bytes that were heard, kept once for all partners")
    func bytes() async throws {
        let bench = try Bench()
        for (partner, key) in [(Bench.police, 1), (Bench.fire, 2)] {
            try await bench.add(partner, key: key)
            try await bench.grant(partner, "*/*/*/*")
        }
        let entry = try Bench.entry(1, subject: "certificaat/1")
        try await bench.hear([entry])
        for name in ["politie-mn", "brandweer"] {
            let channel = try #require(ChannelName(name))
            let first = try await bench.store.read {
                try $0.entries(of: channel, after: .start, limit: 10, maxBytes: 10_000).first
            }
            #expect(first?.body == entry.body && first?.topic == entry.topic)
        }
        let envelopes = try await bench.store.read { try $0.envelopes(after: 0, limit: 10).map(\.envelope) }
        #expect(envelopes.map(\.id) == ["certification-1"])
        #expect(envelopes.map(\.subject) == ["certificaat/1"])
    }

    @Test("moves together with the cursor: an entry that is no event leaves nothing of its batch")
    func whole() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        let broken = FeedEntry(offset: FeedOffset(2), topic: "e/certification/-/-/test/", body: Data("{}".utf8))
        await #expect(throws: CloudEventError.self) { try await bench.hear([Bench.entry(1), broken]) }
        #expect(try await bench.feed(of: Bench.police).isEmpty)
        #expect(try await bench.store.read { try $0.cursor(in: "certification") } == nil)
    }
}

@Suite("What was heard before a grant")
struct BackfillTests {
    typealias Bench = GatewayBench

    @Test("comes into the feed when it is asked for, as far as it is granted, and once")
    func backfill() async throws {
        let bench = try Bench()
        try await bench.hear(1...3)
        try await bench.hear([Bench.entry(4, in: "gm0345"), Bench.entry(5, dataClass: "vertrouwelijk"), Bench.entry(6)])
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/gm0344/*/*", .open)
        #expect(try await bench.feed(of: Bench.police).isEmpty, "a grant alone gives nothing old")
        try await bench.hear(7...7)
        #expect(try await bench.backfill(Bench.police) == 4)
        let feed = ["certification-7"] + Bench.ids(1...3) + ["certification-6"]
        #expect(try await bench.feed(of: Bench.police) == feed)
        #expect(try await bench.backfill(Bench.police) == 0)
        #expect(try await bench.feed(of: Bench.police) == feed)
    }

    @Test("is only what the pattern selects among what is granted")
    func pattern() async throws {
        let bench = try Bench()
        try await bench.hear([Bench.entry(1), Bench.entry(2, in: "gm0345"), Bench.entry(3, in: "gm0346")])
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/gm0344/*/*")
        try await bench.grant(Bench.police, "*/gm0345/*/*")
        #expect(try await bench.backfill(Bench.police, "*/gm0346/*/*") == 0)
        #expect(try await bench.backfill(Bench.police, "*/gm0345/*/*") == 1)
        #expect(try await bench.feed(of: Bench.police) == ["certification-2"])
    }

    @Test("comes whole, also when it is more than a page, and is noted on record")
    func pages() async throws {
        let bench = try Bench()
        try await bench.hear(1...1203)
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        #expect(try await bench.backfill(Bench.police) == 1203)
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...1203))
        let noted = try CloudEvent(json: try #require(try await bench.ownFeed().last).body)
        #expect(noted.type == PartnerBackfilled.type)
    }

    @Test("comes a page a transaction: what was added before a crash stays, and the same command adds the rest")
    func interrupted() async throws {
        let bench = try Bench()
        try await bench.hear(1...2003)
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        let request = try Bench.request(BackfillPartner(partner: Bench.police, pattern: Bench.id("*/*/*/*")))
        let source = try #require(EventSource(system: "gateway"))
        let dying = PluginRuntime(GatewayPlugin(), store: InterruptedStore(bench.store, after: 2), source: source)
        await #expect(throws: EventStoreError.closed) {
            try await dying.carryOut(request, at: Bench.today.noonInTheNetherlands)
        }
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2000))
        let reply = try await bench.runtime.carryOut(request, at: Bench.today.noonInTheNetherlands)
        guard case .done(let done) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(done.result == .object(["events": .integer(3)]))
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2003))
        let noted = try await bench.ownFeed().map { try CloudEvent(json: $0.body) }
            .filter { $0.type == PartnerBackfilled.type }
        #expect(noted.map { $0.data?["events"] } == [.integer(1000), .integer(1000), .integer(3)])
    }

    @Test("is refused for a partner without a grant, or whom nobody knows")
    func refused() async throws {
        let bench = try Bench()
        try await bench.hear(1...1)
        let command = BackfillPartner(partner: Bench.police, pattern: Bench.id("*/*/*/*"))
        #expect(try await bench.refused(command).message.contains("there is no partner politie-mn"))
        try await bench.add(Bench.police, key: 1)
        #expect(try await bench.refused(command).message.contains("granted nothing yet"))
        #expect(try await bench.feed(of: Bench.police).isEmpty)
    }
}
