package import EventSourcing
import FoundationEssentials
import Integrity

/// The second frame of every live message: which feed, which place, how far the feed has come.
///
/// 52 bytes, big endian: `VB`, version, kind, epoch (16), offset (8), head (8), sent (8, microseconds), flags (4),
/// CRC-32C of the body (4).
package struct LiveHeader: Hashable, Sendable {
    /// What a live message is.
    package enum Kind: UInt8, Hashable, Sendable {
        /// An event; its body is the envelope.
        case event = 0x45
        /// A sign of life with the feed's head; no body.
        case heartbeat = 0x48
        /// The answer to a subscription on `!sync/<nonce>`; no body.
        case sync = 0x53
    }

    /// The length in bytes.
    package static let length = 52
    /// The version of the layout.
    package static let version: UInt8 = 1

    /// What the message is.
    package let kind: Kind
    /// The life of the feed.
    package let epoch: Epoch
    /// The event's place; 0 when there is no event.
    package let offset: FeedOffset
    /// The place of the newest event at the time of sending.
    package let head: FeedOffset
    /// When it was sent, for measuring only.
    package let sentAt: Instant
    /// CRC-32C of the body.
    package let checksum: UInt32

    /// Makes the header of a message with this body.
    package init(_ kind: Kind, epoch: Epoch, offset: FeedOffset, head: FeedOffset, sentAt: Instant, body: [UInt8]) {
        self.kind = kind
        self.epoch = epoch
        self.offset = offset
        self.head = head
        self.sentAt = sentAt
        checksum = CRC32C(of: body).value
    }

    /// Reads a header and checks it against the body; `nil` for anything that is not exactly right.
    package init?(_ bytes: [UInt8], body: [UInt8]) {
        guard bytes.count == Self.length, bytes[0] == 0x56, bytes[1] == 0x42, bytes[2] == Self.version,
            let kind = Kind(rawValue: bytes[3]),
            let offset = Self.number(bytes[20..<28]), let head = Self.number(bytes[28..<36]),
            let sent = Self.number(bytes[36..<44])
        else { return nil }
        let checksum = bytes[48..<52].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard checksum == CRC32C(of: body).value else { return nil }
        let id = Array(bytes[4..<20])
        self.kind = kind
        epoch = Epoch(
            UUID(
                uuid: (
                    id[0], id[1], id[2], id[3], id[4], id[5], id[6], id[7],
                    id[8], id[9], id[10], id[11], id[12], id[13], id[14], id[15]
                )
            )
        )
        self.offset = FeedOffset(offset)
        self.head = FeedOffset(head)
        sentAt = Instant(microseconds: sent)
        self.checksum = checksum
    }

    /// The 52 bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        bytes += [0x56, 0x42, Self.version, kind.rawValue]
        let id = epoch.uuid.uuid
        bytes += [
            id.0, id.1, id.2, id.3, id.4, id.5, id.6, id.7, id.8, id.9, id.10, id.11, id.12, id.13, id.14, id.15,
        ]
        // The clock of a service can be set by hand, also to before 1970, for which the field has no room.
        Self.append(UInt64(clamping: offset.value), 8, to: &bytes)
        Self.append(UInt64(clamping: head.value), 8, to: &bytes)
        Self.append(UInt64(clamping: sentAt.microseconds), 8, to: &bytes)
        Self.append(0, 4, to: &bytes)
        Self.append(UInt64(checksum), 4, to: &bytes)
        return bytes
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
        Int64(exactly: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
        for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
    }
}
