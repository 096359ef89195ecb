import CloudEvents
import EventSourcing
import Foundation
import Scheme

/// An event as a feed gives it.
struct FeedEvent: Sendable {
    let offset: Int64
    let topic: String
    let body: Data
    let source: String
    let id: String
    let type: String
    let dataClass: DataClass

    init(_ entry: FeedEntry) throws {
        let event = try CloudEvent(json: entry.body)
        guard let dataClass = event.dataClass.flatMap(DataClass.init(rawValue:)) else {
            throw ChaosError("event \(event.id) of \(event.source) states no class of data")
        }
        (offset, topic, body) = (entry.offset.value, entry.topic, entry.body)
        (source, id, type, self.dataClass) = (event.source, event.id, event.type, dataClass)
    }

    /// The area's segment of the topic.
    var area: String {
        let segments = topic.split(separator: "/")
        return segments.count > 3 ? String(segments[3]) : ""
    }
}
