package import EventSourcing
import FoundationEssentials

/// A message on the live channel: topic, header and body.
package struct LiveMessage: Hashable, Sendable {
    /// The topic of heartbeats; a subscriber to less than everything adds it.
    package static let heartbeatTopic = "!hb"
    /// What the topics of barriers begin with.
    package static let syncPrefix = "!sync/"

    /// Tells whether a subscription asks for signs of life or a barrier, and not for events.
    static func isControl(_ topic: [UInt8]) -> Bool { topic.first == UInt8(ascii: "!") }

    /// The topic by which subscribers select.
    package let topic: String
    /// The header.
    package let header: LiveHeader
    /// The envelope, or nothing.
    package let body: [UInt8]

    /// Makes the message of a feed entry.
    package init(_ entry: FeedEntry, epoch: Epoch, head: FeedOffset, sentAt: Instant) {
        topic = entry.topic
        body = Array(entry.body)
        header = LiveHeader(.event, epoch: epoch, offset: entry.offset, head: head, sentAt: sentAt, body: body)
    }

    /// Makes a sign of life.
    package init(heartbeatOf epoch: Epoch, head: FeedOffset, sentAt: Instant) {
        topic = Self.heartbeatTopic
        body = []
        header = LiveHeader(.heartbeat, epoch: epoch, offset: .start, head: head, sentAt: sentAt, body: [])
    }

    /// Makes the answer to a barrier.
    package init(answering syncTopic: String, epoch: Epoch, head: FeedOffset, sentAt: Instant) {
        topic = syncTopic
        body = []
        header = LiveHeader(.sync, epoch: epoch, offset: .start, head: head, sentAt: sentAt, body: [])
    }

    /// Reads three frames; `nil` for anything that is not exactly right.
    package init?(frames: [[UInt8]]) {
        guard frames.count == 3, let header = LiveHeader(frames[1], body: frames[2]),
            let topic = String(validating: frames[0], as: UTF8.self)
        else { return nil }
        self.topic = topic
        self.header = header
        body = frames[2]
    }

    /// The three frames.
    package var frames: [[UInt8]] { [Array(topic.utf8), header.bytes, body] }

    /// The event as an entry of the feed, or `nil` for a message without an event.
    package var entry: FeedEntry? {
        guard header.kind == .event else { return nil }
        return FeedEntry(offset: header.offset, topic: topic, body: Data(body))
    }
}
