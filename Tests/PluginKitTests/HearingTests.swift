import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("What a plug-in hears of another")
struct HearingTests {
    private let speaker: Bench
    private let hearer: Bench
    private let feed: PluginName

    init() throws {
        speaker = try Bench("speaker")
        hearer = try Bench("hearer")
        feed = speaker.runtime.plugin.name
    }

    private func hear(_ entries: [FeedEntry]) async throws {
        try await hearer.runtime.apply(entries, of: feed, epoch: speaker.store.epoch, at: Bench.now)
    }

    private func cursor() async throws -> FeedCursor? {
        try await hearer.store.read { try $0.cursor(in: "speaker") }
    }

    @Test("has its effect once, however often it is heard")
    func once() async throws {
        try await speaker.add(2)
        try await speaker.add(3)
        let entries = try await speaker.feed()
        try await hear(entries)
        try await hear(entries)
        try await hear([entries[1]])
        #expect(try await hearer.total() == 5)
        #expect(try await hearer.heard() == ["2", "3"])
        #expect(try await cursor() == FeedCursor(epoch: speaker.store.epoch, offset: FeedOffset(2)))
    }

    @Test("moves the cursor in the transaction of its effect: when one entry cannot be applied, nothing is kept")
    func whole() async throws {
        try await hearer.add(3)
        try await speaker.add(4)
        try await speaker.add(5)
        let entries = try await speaker.feed()
        await #expect(throws: Counter.Full(total: 7)) { try await hear(entries) }
        #expect(try await hearer.total() == 3)
        #expect(try await hearer.heard().isEmpty)
        #expect(try await cursor() == nil)
        #expect(try await hearer.feed().count == 1)
        try await hearer.add(-3)
        try await hear(entries)
        #expect(try await hearer.total() == 9)
        #expect(try await hearer.heard() == ["4", "5"])
        #expect(try await cursor()?.offset == FeedOffset(2))
    }

    @Test("that is no CloudEvent is not passed over")
    func foreign() async throws {
        try await speaker.add(1)
        let entries = try await speaker.feed()
        let broken = FeedEntry(offset: FeedOffset(2), topic: "e/", body: Data("{}".utf8))
        await #expect(throws: CloudEventError.self) { try await hear(entries + [broken]) }
        #expect(try await cursor() == nil)
        #expect(try await hearer.heard().isEmpty)
        #expect(try await hearer.total() == 0)
    }

    @Test("and needs no effect only moves the cursor")
    func withoutReaction() async throws {
        try await speaker.add(1)
        let entry = try #require(try await speaker.feed().first)
        var event = try CloudEvent(json: entry.body)
        event.type = "nl.kvo.iets-nieuws.v1"
        try await hear([FeedEntry(offset: entry.offset, topic: entry.topic, body: try event.json())])
        #expect(try await hearer.heard().isEmpty)
        #expect(try await cursor()?.offset == FeedOffset(1))
        try await hear([])
        #expect(try await cursor()?.offset == FeedOffset(1))
    }

    @Test("of a newer form is not passed over, because its data do not fit")
    func wrongData() async throws {
        try await speaker.add(1)
        let entry = try #require(try await speaker.feed().first)
        var event = try CloudEvent(json: entry.body)
        event.data = .object(["quantity": .integer(1)])
        let body = try event.json()
        await #expect(throws: DecodingError.self) {
            try await hear([FeedEntry(offset: entry.offset, topic: entry.topic, body: body)])
        }
        #expect(try await cursor() == nil)
    }

    @Test("is traced: what follows from it has its correlation, and it is the cause")
    func traced() async throws {
        try await speaker.add(2)
        let entries = try await speaker.feed()
        try await hear(entries)
        let heard = try CloudEvent(json: try #require(entries.first).body)
        let metadata = try #require(try await hearer.log().first).event.metadata
        #expect(metadata.correlation.uuidString.lowercased() == heard.correlation)
        #expect(metadata.causation.uuidString.lowercased() == heard.id)
        #expect(metadata.actor == heard.source)
        let published = try CloudEvent(json: try #require(try await hearer.feed().first).body)
        #expect(published.correlation == heard.correlation)
        #expect(published.source == "urn:nld:oin:00000099000000001000:systeem:hearer")
        #expect(published.sequence == CloudEvent.sequenceText(1))
    }
}
