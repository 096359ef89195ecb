import Bus
import CloudEvents
import EventSourcing
import FoundationEssentials
import Testing

@Suite("The head of a batch")
struct EventsHeadTests {
    private struct Head: Encodable {
        let epoch: String
        let head: Int64
        let entries: [Entry]
    }

    private struct Entry: Encodable {
        let offset: Int64
        let topic: String
    }

    private static let topics = ["e/a/b/", "", "a \" quote", "é", "back\\slash", "tab\t", "~ !#", "\u{7F}"]

    @Test("is the JSON that the general encoder writes, byte for byte", arguments: topics, [0, 1, 3])
    func isTheSame(topic: String, count: Int) throws {
        let reply = Self.reply(topic, count)
        guard case .events(let events) = reply else { return }
        let head = Head(
            epoch: events.epoch.description,
            head: events.head.value,
            entries: events.entries.map { Entry(offset: $0.offset.value, topic: $0.topic) }
        )
        let (frames, json) = (try reply.frames, Array(try JSON.encode(head)))
        #expect(frames[1] == json)
    }

    @Test(
        "is read in its own form, in any other JSON, and not at all when it is cut off",
        arguments: topics,
        [0, 1, 3]
    )
    func isRead(topic: String, count: Int) throws {
        let reply = Self.reply(topic, count)
        let frames = try reply.frames
        var (spaced, cut) = (frames, frames)
        spaced[1] = [UInt8(ascii: " ")] + frames[1]
        cut[1].removeLast()
        let (own, other, broken) = (
            FeedReply(frames: frames[...]), FeedReply(frames: spaced[...]), FeedReply(frames: cut[...])
        )
        #expect(own == reply)
        #expect(other == reply)
        #expect(broken == nil)
    }

    private static func reply(_ topic: String, _ count: Int) -> FeedReply {
        let entries = (0..<count).map { number in
            FeedEntry(offset: FeedOffset(Int64(number * 7 + 1)), topic: topic, body: Data([1]))
        }
        let head = FeedOffset(Int64(count) * 1_000_000_007)
        return .events(FeedReply.Events(epoch: Epoch(UUID()), head: head, entries: entries))
    }
}
