import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials

extension FeedReply {
    /// What stands before the payload frames of a snapshot's page.
    private struct SnapshotHead: Codable {
        let epoch: String
        let asOf: Int64
        let entries: [EntryHead]
        let isLast: Bool
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
                    entries: events.entries.map { EntryHead(offset: $0.offset.value, topic: $0.topic) }
                )
                let json = try head.plainJSON ?? Array(JSON.encode(head))
                return [Array("EVENTS".utf8), json] + events.entries.map { Array($0.body) }
            case .snapshot(let snapshot):
                let head = SnapshotHead(
                    epoch: snapshot.epoch.description,
                    asOf: snapshot.asOf.value,
                    entries: snapshot.entries.map { EntryHead(offset: $0.offset.value, topic: $0.topic) },
                    isLast: snapshot.isLast
                )
                return try Self.frames("SNAP", head) + snapshot.entries.map { Array($0.body) }
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
            case "EVENTS": Self.events(frames[1], Array(frames[2...])).map(FeedReply.events)
            case "SNAP": Self.snapshot(json, Array(frames[2...])).map(FeedReply.snapshot)
            case "OK": .acknowledged
            case "REPLY": (try? JSON.decode(CommandReply.self, from: json)).map(FeedReply.reply)
            case "ERR": (try? JSON.decode(Fault.self, from: json)).map(FeedReply.error)
            default: nil
            }
        guard let reply else { return nil }
        self = reply
    }

    private static func events(_ json: [UInt8], _ bodies: [[UInt8]]) -> Events? {
        guard let head = EventsHead(plainJSON: json) ?? (try? JSON.decode(EventsHead.self, from: Data(json))),
            let epoch = Epoch(head.epoch), head.head >= 0,
            let entries = entries(head.entries, bodies)
        else { return nil }
        return Events(epoch: epoch, head: FeedOffset(head.head), entries: entries)
    }

    private static func snapshot(_ json: Data, _ bodies: [[UInt8]]) -> Snapshot? {
        guard let head = try? JSON.decode(SnapshotHead.self, from: json), let epoch = Epoch(head.epoch), head.asOf >= 0,
            let entries = entries(head.entries, bodies)
        else { return nil }
        return Snapshot(epoch: epoch, asOf: FeedOffset(head.asOf), entries: entries, isLast: head.isLast)
    }

    private static func entries(_ heads: [EntryHead], _ bodies: [[UInt8]]) -> [FeedEntry]? {
        guard heads.count == bodies.count, heads.allSatisfy({ $0.offset > 0 }) else { return nil }
        return zip(heads, bodies).map { head, body in
            FeedEntry(offset: FeedOffset(head.offset), topic: head.topic, body: Data(body))
        }
    }
}
