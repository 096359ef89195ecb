import CloudEvents
import EventSourcing
import FoundationEssentials

/// An event as a subscriber received it.
struct ReceivedEvent: Sendable {
    /// The envelope's bytes.
    let json: Data
    /// The topic.
    let topic: String
    /// The envelope.
    let event: CloudEvent

    /// Reads a feed entry.
    init(_ entry: FeedEntry) throws {
        json = entry.body
        topic = entry.topic
        event = try CloudEvent(json: entry.body)
    }

    /// The line that a program reads: the envelope, with the topic beside it.
    func line() throws -> Data {
        try JSON.encode(["topic": .string(topic), "event": try JSON.decode(JSONValue.self, from: json)])
    }

    /// Reads such a line.
    init(line: Data) throws {
        let members = try JSON.decode([String: JSONValue].self, from: line)
        topic = members["topic"]?.text ?? ""
        json = try JSON.encode(members["event"] ?? .null)
        event = try CloudEvent(json: json)
    }

    /// The area's segment of the topic.
    var area: String {
        let segments = topic.split(separator: "/")
        return segments.count > 3 ? String(segments[3]) : "–"
    }

    /// The service's segment of the topic.
    var stream: String {
        let segments = topic.split(separator: "/")
        return segments.count > 1 ? String(segments[1]) : "–"
    }

    /// The event in one line for people.
    var summary: String {
        let time = event.time.map { String($0.prefix(16)).replacing("T", with: " ") } ?? "–"
        let columns = [
            time, stream.padded(to: 13), area, EventName.short(event.type).padded(to: 30), event.subject ?? "",
        ]
        return columns.joined(separator: "  ")
    }
}
