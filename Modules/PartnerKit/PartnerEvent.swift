import CloudEvents
import EventSourcing
public import Foundation

/// An event that a partner was given.
public struct PartnerEvent: Hashable, Sendable {
    /// How far one has come once the event is handled: to be kept with what the event leads to.
    ///
    /// Within a snapshot that is where one was before it, and with its last event the end of the snapshot: a snapshot
    /// that is broken off begins again.
    public let position: PartnerPosition
    /// The topic, `e/<service>/<municipality>/<area>/<event>/`.
    public let topic: String
    /// The whole event, a CloudEvent 1.0 in JSON: the very bytes.
    public let json: Data
    /// Unique together with ``source``, for ever: what was applied under them is not to be applied again.
    public let id: String
    /// The system that recorded it, a URN.
    public let source: String
    /// What happened, for instance `nl.kvo.certificaat-verleend.v1`.
    public let type: String
    /// What it happened to.
    public let subject: String?
    /// When it was recorded, RFC 3339.
    public let time: String?
    /// The event's own data, JSON; empty when it has none.
    public let data: Data
    /// Whether it is part of a snapshot: the newest of its topic and subject, with others missing between.
    public let isOfSnapshot: Bool

    init(_ entry: FeedEntry, handledAt position: PartnerPosition, isOfSnapshot: Bool = false) throws(CloudEventError) {
        let event = try CloudEvent(json: entry.body)
        self.position = position
        topic = entry.topic
        json = entry.body
        id = event.id
        source = event.source
        type = event.type
        subject = event.subject
        time = event.time
        data = event.data.flatMap { try? JSON.encode($0) } ?? Data()
        self.isOfSnapshot = isOfSnapshot
    }

    /// Reads the event's data as a type.
    ///
    /// - Throws: `DecodingError`.
    public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }
}
