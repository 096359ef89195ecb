import Contracts
import EventSourcing
import GatewayPlugin
import PluginKit
import Scheme
import Testing

@Suite("The retention of partners\u{2019} feeds")
struct RetentionTests {
    typealias Bench = GatewayBench

    private let channel = ChannelName("politie-mn")

    /// A gateway that serves events for ten days and has put three into a feed on each of two days.
    private func filled() async throws -> Bench {
        let bench = try Bench(retentionDays: 10)
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        let offsets: [(String, ClosedRange<Int64>)] = [("2026-11-01", 1...3), ("2026-11-20", 4...6)]
        for (day, range) in offsets {
            let entries = try range.map { try Bench.entry($0, subject: "traject/\($0)") }
            try await bench.hear(entries, at: Bench.day(day).noonInTheNetherlands)
        }
        return bench
    }

    private func floor(of bench: Bench, on day: String) async throws -> Int64 {
        try await bench.runtime.fallDue(at: Bench.day(day).noonInTheNetherlands)
        let channel = try #require(channel)
        return try await bench.store.read { try $0.state(of: channel).floor.value }
    }

    @Test("end with the day on which the term is over, not before")
    func term() async throws {
        let bench = try await filled()
        #expect(try await floor(of: bench, on: "2026-11-11") == 0)
        #expect(try await floor(of: bench, on: "2026-11-12") == 3)
        #expect(try await floor(of: bench, on: "2026-12-31") == 6)
    }

    @Test("wait for a consumer that moved within the term, and not for one that stands still, whatever it says")
    func consumers() async throws {
        let bench = try await filled()
        let channel = try #require(channel)
        let heard = Bench.day("2026-11-15").noonInTheNetherlands
        try await bench.store.write {
            try $0.acknowledge(channel: channel, consumer: "meldkamer", upTo: FeedOffset(2), at: heard)
        }
        #expect(try await floor(of: bench, on: "2026-11-20") == 2)
        // To say the same again is no sign that it goes on.
        let again = Bench.day("2026-11-25").noonInTheNetherlands
        try await bench.store.write {
            try $0.acknowledge(channel: channel, consumer: "meldkamer", upTo: FeedOffset(2), at: again)
        }
        #expect(try await floor(of: bench, on: "2026-11-26") == 3)
    }

    @Test("leave the disclosure and the snapshot whole")
    func whole() async throws {
        let bench = try await filled()
        #expect(try await floor(of: bench, on: "2026-12-31") == 6)
        let disclosed = try await bench.answer(DisclosedQuery(partner: Bench.police)).disclosures
        #expect(disclosed.map(\.offset) == [1, 2, 3, 4, 5, 6])
        let channel = try #require(channel)
        let snapshot = try await bench.store.read {
            try $0.snapshot(of: channel, after: .start, asOf: FeedOffset(6), limit: 100, maxBytes: 1_000_000)
        }
        #expect(snapshot.map(\.offset.value) == [1, 2, 3, 4, 5, 6])
    }

    @Test("have no end without a term")
    func endless() async throws {
        let bench = try Bench()
        try await bench.add(Bench.police, key: 1)
        try await bench.grant(Bench.police, "*/*/*/*")
        try await bench.hear(1...3)
        #expect(try await floor(of: bench, on: "2199-12-31") == 0)
    }
}
