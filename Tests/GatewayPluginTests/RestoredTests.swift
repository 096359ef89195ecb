import CloudEvents
import Contracts
import EventSourcing
import GatewayDomain
import GatewayPlugin
import PluginKit
import Scheme
import Testing

@Suite("A restored gateway")
struct RestoredTests {
    typealias Bench = GatewayBench

    private static let now = Bench.today.noonInTheNetherlands

    /// A gateway from a backup in which two partners may read all; it has had its first start, which was told of the
    /// restore or died before it was.
    private func restored(isTold: Bool) async throws -> Bench {
        let former = try Bench()
        try await former.runtime.begin(isRestored: false, at: Self.now)
        for (number, partner) in [Bench.police, Bench.fire].enumerated() {
            try await former.add(partner, key: number + 1)
            try await former.grant(partner, "*/*/*/*")
        }
        try await former.hear(1...1)
        let bench = try Bench(store: InMemoryEventStore(copying: former.store, epoch: Epoch()))
        try await bench.runtime.begin(isRestored: isTold, at: Self.now)
        return bench
    }

    @Test("gives partners nothing until that is confirmed, through restarts too", arguments: [true, false])
    func held(isTold: Bool) async throws {
        let bench = try await restored(isTold: isTold)
        for _ in 1...2 {
            let why = try #require(try await bench.runtime.deafness())
            #expect(why.contains("kvo partner confirm-restored"))
            #expect(try await bench.answer(PartnersQuery()).heldBack == why)
            await #expect(throws: PartnerRefusal.restored) { try await bench.hear(2...2) }
            let backfill = BackfillPartner(partner: Bench.police, pattern: Bench.id("*/*/*/*"))
            #expect(try await bench.refused(backfill).message == why)
            #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...1))
            // A start like any other.
            try await bench.runtime.begin(isRestored: false, at: Self.now)
        }
    }

    @Test("gives what is granted once it is confirmed, and nothing to whom was shut out again before")
    func confirmed() async throws {
        let bench = try await restored(isTold: true)
        try await bench.done(RevokePartner(partner: Bench.fire))
        let done = try await bench.done(ConfirmRestored())
        #expect(done.result == .object(["partners": .integer(1)]) && done.events == [])
        #expect(try await bench.runtime.deafness() == nil)
        #expect(try await bench.answer(PartnersQuery()).heldBack == nil)
        try await bench.hear(2...2)
        #expect(try await bench.feed(of: Bench.police) == Bench.ids(1...2))
        #expect(try await bench.feed(of: Bench.fire) == Bench.ids(1...1))
        try await bench.runtime.begin(isRestored: false, at: Self.now)
        #expect(try await bench.runtime.deafness() == nil, "confirmed is confirmed")
        try await bench.runtime.begin(isRestored: true, at: Self.now)
        #expect(try await bench.runtime.deafness() != nil, "until it is restored again")
    }

    @Test("has to be confirmed only when it was restored")
    func nothing() async throws {
        let bench = try Bench()
        for _ in 1...2 {
            try await bench.runtime.begin(isRestored: false, at: Self.now)
            #expect(try await bench.runtime.deafness() == nil)
        }
        #expect(try await bench.refused(ConfirmRestored()).message.contains("nothing to confirm"))
    }
}
