import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials

extension FeedReply {
    /// What stands before the payload frames of a batch.
    private struct EventsHead: Codable {
        struct Entry: Codable {
            let offset: Int64
            let topic: String
        }
        let epoch: String
        let head: Int64
        let entries: [Entry]
    }

    /// The verb, its JSON, and one frame for each entry's envelope.
    package var frames: [[UInt8]] {
        get throws {
            switch self {
            case .welcome(let welcome): return try Self.frames("WELCOME", welcome)
            case .events(let events):
                let head = EventsHead(
                    epoch: events.epoch.description,
                    head: events.head.value,
                    entries: events.entries.map { EventsHead.Entry(offset: $0.offset.value, topic: $0.topic) }
                )
                return try Self.frames("EVENTS", head) + events.entries.map { Array($0.body) }
            case .acknowledged: return [Array("OK".utf8), Array("{}".utf8)]
            case .reply(let reply): return try Self.frames("REPLY", reply)
            case .error(let fault): return try Self.frames("ERR", fault)
            }
        }
    }

    private static func frames(_ verb: String, _ value: some Encodable) throws -> [[UInt8]] {
        [Array(verb.utf8), Array(try JSON.encode(value))]
    }

    /// Reads a reply; `nil` for anything that is not exactly right.
    package init?(frames: ArraySlice<[UInt8]>) {
        let frames = Array(frames)
        guard frames.count >= 2 else { return nil }
        let json = Data(frames[1])
        let reply: FeedReply? =
            switch String(decoding: frames[0], as: UTF8.self) {
            case "WELCOME": (try? JSON.decode(Welcome.self, from: json)).map(FeedReply.welcome)
            case "EVENTS": Self.events(json, Array(frames[2...])).map(FeedReply.events)
            case "OK": .acknowledged
            case "REPLY": (try? JSON.decode(CommandReply.self, from: json)).map(FeedReply.reply)
            case "ERR": (try? JSON.decode(Fault.self, from: json)).map(FeedReply.error)
            default: nil
            }
        guard let reply else { return nil }
        self = reply
    }

    private static func events(_ json: Data, _ bodies: [[UInt8]]) -> Events? {
        guard let head = try? JSON.decode(EventsHead.self, from: json), let epoch = Epoch(head.epoch), head.head >= 0,
            head.entries.count == bodies.count, head.entries.allSatisfy({ $0.offset > 0 })
        else { return nil }
        let entries = zip(head.entries, bodies).map { entry, body in
            FeedEntry(offset: FeedOffset(entry.offset), topic: entry.topic, body: Data(body))
        }
        return Events(epoch: epoch, head: FeedOffset(head.head), entries: entries)
    }
}
