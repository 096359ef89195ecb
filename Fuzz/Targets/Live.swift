import Bus
import EventSourcing
import Integrity
import ZeroMQ

extension FuzzTarget {
    /// What a subscriber reads from the live channel, and what a publisher reads from its subscribers.
    ///
    /// The first byte tells whether the checksum is put right first; chance would hardly ever find one that is.
    static let live = FuzzTarget(name: "live") {
        let now = Instant(microseconds: 1_795_000_000_123_456)
        let messages = [
            LiveMessage(Examples.entry(7), epoch: Examples.epoch, head: FeedOffset(9), sentAt: now),
            LiveMessage(heartbeatOf: Examples.epoch, head: FeedOffset(9), sentAt: now),
            LiveMessage(answering: "!sync/1f", epoch: Examples.epoch, head: FeedOffset(9), sentAt: now),
        ]
        return messages.map { [1, UInt8($0.topic.utf8.count)] + $0.frames.joined() } + [Array("\u{1}e/registry/".utf8)]
    } run: { bytes in
        _ = SubscriptionChange(Frames([bytes]))
        var rest = bytes[...]
        guard let mark = rest.popFirst(), let topicLength = rest.popFirst() else { return }
        let topic = Array(rest.prefix(Int(topicLength)))
        rest = rest.dropFirst(topic.count)
        var header = Array(rest.prefix(LiveHeader.length))
        let body = Array(rest.dropFirst(header.count))
        if mark & 1 == 1, header.count == LiveHeader.length {
            let sum = CRC32C(of: body).value
            for place in 0..<4 { header[48 + place] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * (3 - place))) }
        }
        let frames = [topic, header, body]
        guard let message = LiveMessage(frames: frames) else { return }
        _ = message.entry
        require(message.frames[0] == topic && message.frames[2] == body, "topic and body are written as they were read")
        require(LiveMessage(frames: message.frames) == message, "a message is the same when it is read again")
    }
}
