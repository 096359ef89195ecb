import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("What a plug-in publishes")
struct PublishingTests {
    @Test("is a valid CloudEvent whose sequence is its place in the feed")
    func valid() async throws {
        let bench = try Bench()
        let request = try bench.request(Add(amount: 2, areas: [bench.areas[0]]))
        _ = try await bench.carryOut(request).done()
        try await bench.add(3)
        let entries = try await bench.feed()
        let log = try await bench.log()
        #expect(entries.map(\.offset.value) == [1, 2])
        for (entry, recorded) in zip(entries, log) {
            let event = try CloudEvent(json: entry.body)
            #expect(event.sequence == CloudEvent.sequenceText(entry.offset.value))
            #expect(event.sequence?.utf8.count == 20)
            #expect(event.type == "nl.kvo.geteld.v1")
            #expect(event.source == "urn:nld:oin:00000099000000001000:systeem:counter")
            #expect(event.subject == "teller/1")
            #expect(event.time == "2026-11-23T11:00:00.000Z")
            #expect(event.id == recorded.event.id.uuidString.lowercased())
            #expect(event.data == (try JSON.decode(JSONValue.self, from: recorded.event.payload)))
            #expect(entry.topic == "e/counter/gm1581/gm1581-0001/geteld/")
        }
        let first = try CloudEvent(json: try #require(entries.first).body)
        #expect(first.correlation == request.key.uuidString.lowercased())
        #expect(first.causation == first.correlation)
    }

    @Test("about two areas goes out for each, with an identifier of its own and the same correlation")
    func twoAreas() async throws {
        let bench = try Bench()
        try await bench.add(2, areas: bench.areas)
        let entries = try await bench.feed()
        let events = try entries.map { try CloudEvent(json: $0.body) }
        #expect(
            entries.map(\.topic) == ["e/counter/gm1581/gm1581-0001/geteld/", "e/counter/gm0355/gm0355-0002/geteld/"]
        )
        #expect(Set(events.map(\.id)).count == 2)
        #expect(Set(events.map(\.correlation)).count == 1)
        #expect(Set(events.map(\.data)).count == 1)
        #expect(events.map(\.sequence) == [1, 2].map(CloudEvent.sequenceText))
        #expect(try await bench.log().count == 1)
    }

    @Test("is never an internal event")
    func internalEvent() async throws {
        let bench = try Bench()
        try await bench.runtime.fallDue(at: FallDueTests.firstOfDecember)
        #expect(try await bench.log().map(\.event.type) == [Noted.type])
        #expect(try await bench.feed().isEmpty)
    }
}

@Suite("What falls due in a plug-in")
struct FallDueTests {
    /// 2026-11-30T23:00:00Z, midnight in the Netherlands.
    static let firstOfDecember = Instant(microseconds: 1_796_079_600_000_000)

    @Test("is done on its day, once, in the name of the clock")
    func once() async throws {
        let bench = try Bench()
        try await bench.runtime.fallDue(at: Instant(microseconds: Self.firstOfDecember.microseconds - 1))
        #expect(try await bench.log().isEmpty)
        for _ in 0..<3 { try await bench.runtime.fallDue(at: Self.firstOfDecember) }
        let log = try await bench.log()
        #expect(log.map(\.event.type) == [Noted.type])
        #expect(log.first?.event.metadata.actor == "system/clock")
        #expect(log.first?.event.metadata.recordedAt == Self.firstOfDecember)
    }
}
