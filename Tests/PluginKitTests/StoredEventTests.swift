import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("What a plug-in has stored")
struct StoredEventTests {
    private func append(_ type: String, _ payload: String, to bench: Bench) async throws {
        let metadata = EventMetadata(correlation: UUID(), causation: UUID(), actor: "system", recordedAt: Bench.now)
        let event = NewEvent(id: UUID(), type: type, payload: Data(payload.utf8), metadata: metadata)
        _ = try await bench.store.write { try $0.append([event], to: CounterPlugin.stream, expecting: .any) }
    }

    @Test("in a retired form is read in its newest form")
    func retired() async throws {
        let bench = try Bench()
        try await append(CounterCodec.Retired.type, #"{"n": 8}"#, to: bench)
        #expect(try await bench.add(3).refusal().message == "the counter is at 8 and counts to 10.")
        try await bench.runtime.catchUp()
        #expect(try await bench.total() == 8)
    }

    @Test("and no longer knows or cannot read is damage, told with the type")
    func damaged() async throws {
        let unknown = try Bench()
        try await append("nl.kvo.weg.v1", "{}", to: unknown)
        let first = await #expect(throws: EventStoreError.self) { try await unknown.add(1) }
        #expect(first?.description.contains("nl.kvo.weg.v1, which this version does not know") == true)
        let unreadable = try Bench()
        try await append(Counted.type, #"{"areas": []}"#, to: unreadable)
        let second = await #expect(throws: EventStoreError.self) { try await unreadable.add(1) }
        #expect(
            second?.description.contains("nl.kvo.geteld.v1 cannot be read: \u{201c}amount\u{201d} is missing") == true
        )
    }

    @Test("comes back as it was, whatever the event", arguments: [Counter.Event.added(3, areas: []), .noted])
    func codec(event: Counter.Event) throws {
        let codec = CounterCodec()
        let (type, payload) = try codec.encode(event)
        #expect(try codec.decode(type: type, payload: payload) == event)
    }

    @Test("is folded into the projections with the command, and again from the first event when their version rises")
    func projections() async throws {
        let bench = try Bench()
        try await bench.runtime.catchUp()
        try await bench.add(2)
        try await bench.add(3)
        #expect(try await bench.total() == 5)
        var projection = TotalProjection()
        projection.version = 2
        let name = bench.runtime.plugin.name
        let newer = PluginRuntime(
            CounterPlugin(name: name, projections: [projection]),
            store: bench.store,
            source: try #require(EventSource(system: "counter"))
        )
        try await newer.catchUp()
        #expect(try await bench.total() == 10)
        try await newer.catchUp()
        #expect(try await bench.total() == 10)
    }
}

@Suite("A query to a plug-in")
struct QueryTests {
    @Test("is answered with the place in the feed that it shows")
    func answered() async throws {
        let bench = try Bench()
        try await bench.add(2, areas: bench.areas)
        let done = try await bench.runtime.answer(QueryRequest(type: TotalQuery.name, body: .object([:]))).done()
        #expect(done.mark?.offset == 2)
        #expect(done.stream == nil)
        #expect(done.result == .object(["total": .integer(2)]))
    }

    @Test("that is not known is refused with those that are")
    func unknown() async throws {
        let refused = try await Bench().runtime.answer(QueryRequest(type: "counter.sum", body: .null)).refusal()
        #expect(refused.code == .unknown)
        #expect(refused.message == "counter knows no \u{201c}counter.sum\u{201d}; it knows counter.total.")
    }

    @Test("of a closed store fails, and is not taken for a refusal")
    func closed() async throws {
        let bench = try Bench()
        try await bench.store.close()
        await #expect(throws: EventStoreError.closed) {
            try await bench.runtime.answer(QueryRequest(type: TotalQuery.name, body: .object([:])))
        }
        await #expect(throws: EventStoreError.closed) { try await bench.add(1) }
    }
}
