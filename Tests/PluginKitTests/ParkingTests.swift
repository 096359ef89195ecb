import CloudEvents
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("An event that cannot be applied")
struct ParkingTests {
    @Test(
        "holds up its feed for five attempts, and is then set aside with the later ones of its subject",
        arguments: Scribe.Way.allCases
    )
    func park(way: Scribe.Way) async throws {
        let bench = try ScribeBench(way)
        try await bench.confuse("b")
        let entries = try ScribeBench.entries(["a", "b", "c", "b", "a"])
        for attempt in 0..<5 {
            await #expect(throws: Scribe.Failure.self) { try await bench.hear(entries, attempt: attempt) }
            #expect(try await bench.written().isEmpty)
            #expect(try await bench.cursor() == nil)
        }
        let parked = try await bench.hear(entries, attempt: 5)
        #expect(try await bench.written() == [1, 3, 5], "the rest flows on, in order")
        #expect(try await bench.cursor() == 5)
        #expect(try await bench.parked() == parked)
        #expect(parked.map(\.offset.value) == [2, 4])
        #expect(parked.map(\.subject) == ["b", "b"])
        #expect(parked.map(\.attempts) == [5, 0])
        #expect(parked.map(\.body) == [entries[1].body, entries[3].body])
        #expect(parked.first?.reason.contains("notUnderstood") == true)
        #expect(parked.last?.reason == "an earlier event of the same subject is parked")
    }

    @Test(
        "keeps the later ones of its subject waiting, also in later batches, and no other subject",
        arguments: Scribe.Way.allCases
    )
    func later(way: Scribe.Way) async throws {
        let bench = try ScribeBench(way)
        try await bench.confuse("b")
        #expect(try await bench.follow(ScribeBench.entries(["b"])).failures == 5)
        try await bench.explain("b")
        let (parked, failures) = try await bench.follow(ScribeBench.entries(["b", "a", nil, "bb"], from: 2))
        #expect(failures == 0 && parked.map(\.offset.value) == [2])
        #expect(try await bench.written() == [3, 4, 5])
        #expect(try await bench.cursor() == 5)
    }

    @Test(
        "is applied before the later ones of its subject when it is tried again after mending",
        arguments: Scribe.Way.allCases
    )
    func retry(way: Scribe.Way) async throws {
        let bench = try ScribeBench(way)
        try await bench.confuse("b", "c")
        _ = try await bench.follow(ScribeBench.entries(["a", "b", "c", "b", "c", "b"]))
        #expect(try await bench.retry() == (0, 5))
        #expect(try await bench.parked().map(\.attempts) == [6, 6, 0, 0, 0], "those behind were not tried")
        #expect(try await bench.written() == [1], "a failed attempt leaves nothing")
        try await bench.explain("b", "c")
        #expect(try await bench.retry("b") == (3, 0))
        #expect(try await bench.written() == [1, 2, 4, 6])
        #expect(try await bench.parked().map(\.offset.value) == [3, 5])
        #expect(try await bench.retry("x") == (0, 0))
        #expect(try await bench.retry() == (2, 0))
        #expect(try await bench.written() == [1, 2, 4, 6, 3, 5])
        let (parked, _) = try await bench.follow(ScribeBench.entries(["b"], from: 7))
        #expect(parked.isEmpty, "nothing waits any more")
        #expect(try await bench.written().last == 7)
    }

    @Test("that fails again in the middle of its subject holds only what comes after it")
    func half() async throws {
        let bench = try ScribeBench(.reaction)
        try await bench.confuse("b")
        _ = try await bench.follow(ScribeBench.entries(["b", "b", "b"]))
        try await bench.explain("b")
        // The second one is not what it should be, whatever the subject.
        let second = try #require(try await bench.parked().dropFirst().first)
        let broken = ParkedEntry(
            feed: second.feed,
            offset: second.offset,
            topic: second.topic,
            subject: second.subject,
            body: Data("{}".utf8),
            reason: second.reason,
            attempts: second.attempts,
            parkedAt: second.parkedAt
        )
        try await bench.store.write { try $0.park(broken) }
        #expect(try await bench.retry() == (1, 2))
        #expect(try await bench.written() == [1])
        #expect(try await bench.parked().map(\.offset.value) == [2, 3])
    }

    @Test("is not applied twice when its feed is heard again after it was tried again")
    func twice() async throws {
        let bench = try ScribeBench(.reaction)
        try await bench.confuse("b")
        let entries = try ScribeBench.entries(["b", "a"])
        _ = try await bench.follow(entries)
        try await bench.explain("b")
        _ = try await bench.retry()
        _ = try await bench.follow(entries)
        #expect(try await bench.written() == [2, 1])
        #expect(try await bench.parked().isEmpty)
    }

    @Test("because it is no CloudEvent is set aside alone, and nothing waits behind it", arguments: Scribe.Way.allCases)
    func noEvent(way: Scribe.Way) async throws {
        let bench = try ScribeBench(way)
        var entries = try ScribeBench.entries([nil, nil, nil, nil])
        for index in 1...2 {
            entries[index] = FeedEntry(
                offset: entries[index].offset,
                topic: "e/x/",
                body: Data("no event \(index)".utf8)
            )
        }
        let (parked, failures) = try await bench.follow(entries)
        #expect(failures == 5 && parked.map(\.offset.value) == [2, 3])
        #expect(parked.map(\.attempts) == [5, 5] && parked.map(\.subject) == ["", ""])
        #expect(try await bench.written() == [1, 4])
        #expect(try await bench.retry() == (0, 2))
        #expect(try await bench.parked().map(\.attempts) == [6, 6], "the second does not wait for the first")
    }

    @Test(
        "never counts when the store itself failed: then nothing is set aside, however often",
        arguments: [
            .damaged("x"), .closed, .unavailable("disk full"), .unknownEnvelope(7), .tooManyConsumers(of: "x"),
        ] as [EventStoreError],
        Scribe.Way.allCases
    )
    func store(failure: EventStoreError, way: Scribe.Way) async throws {
        let bench = try ScribeBench(way, failing: failure)
        let entries = try ScribeBench.entries(["a", "b", "c"])
        for attempt in [0, 4, 5, 6, 1000] {
            await #expect(throws: failure) { try await bench.hear(entries, attempt: attempt) }
        }
        #expect(try await bench.parked().isEmpty)
        #expect(try await bench.written().isEmpty)
        #expect(try await bench.cursor() == nil)
    }

    @Test("stays parked, and its retry is an error, when the store itself fails meanwhile")
    func retryStore() async throws {
        let bench = try ScribeBench(.reaction)
        try await bench.confuse("b")
        _ = try await bench.follow(ScribeBench.entries(["b"]))
        try await bench.explain("b")
        let failing = try ScribeBench(.reaction, store: bench.store, failing: .unavailable("disk full"))
        await #expect(throws: EventStoreError.unavailable("disk full")) { try await failing.retry() }
        #expect(try await bench.parked().map(\.attempts) == [5])
    }

    @Test("is not set aside for a plug-in that does not need it")
    func unneeded() async throws {
        let bench = try ScribeBench(.reaction)
        try await bench.confuse("b")
        _ = try await bench.follow(ScribeBench.entries(["b"]))
        var event = try CloudEvent(json: ScribeBench.entry(2, about: "b").body)
        event.type = "nl.kvo.iets-anders.v1"
        let other = FeedEntry(offset: FeedOffset(2), topic: "e/x/", body: try event.json())
        #expect(try await bench.follow([other]).parked.isEmpty)
        #expect(try await bench.parked().map(\.offset.value) == [1])
    }

    @Test("of one feed keeps nothing of another feed waiting")
    func feeds() async throws {
        let bench = try ScribeBench(.reaction)
        try await bench.confuse("b")
        _ = try await bench.follow(ScribeBench.entries(["b"]))
        try await bench.explain("b")
        let other = try #require(PluginName("other"))
        let parked = try await bench.runtime.apply(
            try ScribeBench.entries(["b"], from: 9),
            of: other,
            epoch: Epoch(),
            at: Bench.now
        )
        #expect(parked.isEmpty)
        #expect(try await bench.written() == [9])
        #expect(try await bench.retry() == (1, 0))
    }
}

@Suite("A plug-in that hears everything")
struct ListenerTests {
    @Test("hears a batch in its order, whatever the types, and keeps it together with the cursor")
    func batch() async throws {
        let bench = try ScribeBench(.listener)
        var entries = try ScribeBench.entries(["a", nil, "b"])
        var event = try CloudEvent(json: entries[1].body)
        event.type = "nl.kvo.iets-anders.v1"
        entries[1] = FeedEntry(offset: entries[1].offset, topic: "e/x/", body: try event.json())
        _ = try await bench.hear(entries)
        #expect(try await bench.written() == [1, 2, 3])
        #expect(try await bench.cursor() == 3)
        #expect(try await bench.hear([]).isEmpty)
    }

    @Test("hears a batch again of which nothing was kept")
    func again() async throws {
        let bench = try ScribeBench(.listener)
        try await bench.confuse("b")
        let entries = try ScribeBench.entries(["a", "b"])
        await #expect(throws: Scribe.Failure.self) { try await bench.hear(entries) }
        #expect(try await bench.written().isEmpty)
        try await bench.explain("b")
        _ = try await bench.hear(entries, attempt: 1)
        #expect(try await bench.written() == [1, 2])
    }
}
