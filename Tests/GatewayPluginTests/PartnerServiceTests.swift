import CloudEvents
import Contracts
import EventSourcing
import Foundation
import GatewayPlugin
import PluginKit
import Scheme
import Testing

@Suite("The gateway\u{2019}s service")
struct PartnerServiceTests {
    typealias Bench = GatewayBench

    private func partners(_ bench: Bench) async throws -> [PartnerSummary] {
        try await bench.answer(PartnersQuery()).partners
    }

    @Test("hears all services but itself")
    func consumes() {
        #expect(GatewayPlugin().consumes == [.registry, .analysis, .planning, .certification])
    }

    @Test("publishes what happens to partners, about no area, and as confidential")
    func published() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.hear(1...1)
        try await bench.grant(Bench.police, "*/gm0344/*/*")
        _ = try await bench.backfill(Bench.police)
        try await bench.done(RotatePartnerKey(partner: Bench.police, key: Bench.key(2), overlapDays: 3))
        try await bench.done(RevokePartner(partner: Bench.police))
        let entries = try await bench.ownFeed()
        let names = [
            PartnerAdmitted.name, PartnerGrantsChanged.name, PartnerBackfilled.name, PartnerKeyRenewed.name,
            PartnerRevoked.name,
        ]
        #expect(entries.map(\.topic) == names.map { "e/gateway/-/-/\($0)/" })
        let events = try entries.map { try CloudEvent(json: $0.body) }
        #expect(events.allSatisfy { $0.subject == "afnemer/politie-mn" && $0.dataClass == "vertrouwelijk" })
        #expect(!entries.contains { String(decoding: $0.body, as: UTF8.self).contains("secret") })
    }

    @Test("shows each partner as its events have left it, and the same after the projection is built anew")
    func summaries() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.add(Bench.fire, key: 2)
        try await bench.grant(Bench.police, "*/gm0344/*/*", .partnership)
        try await bench.done(RotatePartnerKey(partner: Bench.police, key: Bench.key(3), overlapDays: 7))
        try await bench.done(RevokePartner(partner: Bench.fire))
        let shown = try await partners(bench)
        #expect(shown.map(\.partner) == [Bench.fire, Bench.police])
        #expect(shown[0].isRevoked && shown[0].keys.isEmpty && shown[0].grants.isEmpty)
        #expect(
            shown[1].keys == [
                PartnerKeyStatus(key: Bench.key(3), until: nil),
                PartnerKeyStatus(key: Bench.key(1), until: Bench.day("2026-11-30")),
            ]
        )
        #expect(shown[1].grants == [Grant(Bench.id("*/gm0344/*/*"), upTo: .partnership)])
        try await bench.done(RotatePartnerKey(partner: Bench.police, key: Bench.key(3), overlapDays: 0))
        #expect(try await partners(bench)[1].keys == [PartnerKeyStatus(key: Bench.key(3), until: nil)])
        let before = try await partners(bench)
        let store = try InMemoryEventStore(copying: bench.store)
        for projection in bench.runtime.plugin.projections {
            try await store.write { transaction in
                for collection in projection.collections { try transaction.clear(collection) }
                try transaction.setCheckpoint(
                    ProjectionCheckpoint(version: 0, position: .start),
                    of: projection.name
                )
            }
        }
        let rebuilt = try Bench(store: store)
        try await rebuilt.runtime.catchUp()
        #expect(try await partners(rebuilt) == before)
    }

    @Test("gives each door two free ports, and its own again when the partner comes back")
    func ports() async throws {
        let bench = try Bench()
        #expect(try await bench.add(Bench.police, key: 1) == AddPartner.Answer(livePort: 7100, feedPort: 7101))
        #expect(
            try await bench.add(Bench.fire, key: 2, live: 7102, feed: 9000)
                == AddPartner.Answer(livePort: 7102, feedPort: 9000)
        )
        #expect(try await bench.add(Bench.id("gemeente"), key: 3) == AddPartner.Answer(livePort: 7104, feedPort: 7105))
        #expect(
            try await bench.add(Bench.id("om"), key: 4, live: 7106) == AddPartner.Answer(livePort: 7106, feedPort: 7109)
        )
        try await bench.done(RevokePartner(partner: Bench.police))
        #expect(try await bench.add(Bench.id("rvo"), key: 5).livePort == 7110, "the ports of one who left stay its own")
        #expect(try await bench.add(Bench.police, key: 6) == AddPartner.Answer(livePort: 7100, feedPort: 7101))
        #expect(try await bench.add(Bench.police, key: 6) == AddPartner.Answer(livePort: 7100, feedPort: 7101), "again")
    }

    @Test("refuses a port of another partner\u{2019}s door")
    func portClash() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        for (live, feed) in [(7100, nil), (nil, 7100), (7101, 8000), (8000, 7101)] as [(Int?, Int?)] {
            let refused = try await bench.refused(Bench.adding(Bench.fire, key: 2, live: live, feed: feed))
            #expect(refused.code == .invalid && refused.message.contains("belongs to another partner"))
        }
        #expect(try await partners(bench).count == 1)
    }

    @Test("refuses a key that is or ever was another partner\u{2019}s")
    func sharedKey() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.add(Bench.fire, key: 2)
        try await bench.done(RotatePartnerKey(partner: Bench.police, key: Bench.key(3), overlapDays: 0))
        for number in [1, 3] {
            let adding = try await bench.refused(Bench.adding(Bench.id("gemeente"), key: number))
            #expect(adding.message.contains("is or was that of politie-mn"))
            let rotating = try await bench.refused(
                RotatePartnerKey(partner: Bench.fire, key: Bench.key(number), overlapDays: 0)
            )
            #expect(rotating.message.contains("is or was that of politie-mn"))
        }
        try await bench.done(RevokePartner(partner: Bench.fire))
        #expect(try await bench.refused(Bench.adding(Bench.id("gemeente"), key: 2)).message.contains("brandweer"))
        let own = RotatePartnerKey(partner: Bench.police, key: Bench.key(1), overlapDays: 0)
        #expect(try await bench.refused(own).message.contains("this partner's before"))
    }

    @Test(
        "refuses a grant that could never give anything, and lists what there is",
        arguments: [
            (
                "police/*/*/*",
                "there is no service police; write * or one of registry, analysis, planning, certification."
            ),
            ("gateway/*/*/*", "there is no service gateway"),
            ("certification/*/*/certificaat", "there is no event certificaat of certification; write * or one of"),
            ("registry/*/*/certificaat-verleend", "there is no event certificaat-verleend of registry"),
            ("*/*/*/certificaat", "there is no event certificaat; write * or one of"),
            ("*/*/*/afnemer-toegelaten", "there is no event afnemer-toegelaten"),
            ("*/gm344/*/*", "gm344 is no municipality"), ("*/gm0000/*/*", "gm0000 is no municipality"),
            ("*/utrecht/*/*", "utrecht is no municipality"),
            ("*/gm0344/gm0345-0001/*", "is no area of that municipality"),
            ("*/*/gm0345/*", "gm0345 is no area"), ("*/gm0344/-/*", "always has an area"),
            ("*/-/gm0344-0001/*", "is no area of that municipality"),
        ]
    )
    func patterns(text: String, why: String) async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        let pattern: GrantPattern = Bench.id(text)
        let grant = GrantTopics(partner: Bench.police, pattern: pattern, dataClass: .open)
        let refused = try await bench.refused(grant)
        #expect(refused.code == .invalid && refused.message.contains(why), "\(refused.message)")
        let backfill = BackfillPartner(partner: Bench.police, pattern: pattern)
        #expect(try await bench.refused(backfill).message.contains(why))
    }

    @Test(
        "takes a grant of every event of every service that it hears, by name",
        arguments: EventCatalogue.streams.map(\.stream)
    )
    func catalogue(stream: String) async throws {
        guard stream != "gateway" else { return }
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        for event in EventCatalogue.events(of: stream) {
            try await bench.grant(Bench.police, "\(stream)/gm0344/gm0344-0001/\(event.name)")
            try await bench.grant(Bench.police, "*/*/*/\(event.name)")
        }
        try await bench.grant(Bench.police, "\(stream)/-/-/*")
        try await bench.grant(Bench.police, "\(stream)/*/gm0344-0001/*")
    }

    @Test("refuses in sentences what the partner\u{2019}s state does not allow")
    func refusals() async throws {
        let bench = try Bench()
        let revoke = RevokePartner(partner: Bench.police)
        #expect(try await bench.refused(revoke).code == .refused)
        try await bench.add(Bench.police, key: 1)
        let taken = try await bench.refused(Bench.adding(Bench.police, key: 2))
        #expect(taken.code == .refused && taken.message.contains("is admitted already, as Afnemer"))
        try await bench.done(revoke)
        #expect(try await bench.done(revoke).changes == 0, "shut out already")
    }
}
