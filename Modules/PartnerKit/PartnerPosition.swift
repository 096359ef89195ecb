import EventSourcing

/// How far a partner has come in its feed.
///
/// To be kept together with what the events led to.
public struct PartnerPosition: Hashable, Sendable, Codable {
    /// The life of the feed, a UUID; offsets of different lives cannot be compared.
    public let epoch: String
    /// The last event that was handled, from 1; the events are numbered without a gap.
    public let offset: Int64

    /// Makes a position that was kept.
    ///
    /// - Throws: ``PartnerError/malformed(_:)``.
    public init(epoch: String, offset: Int64) throws(PartnerError) {
        guard Epoch(epoch) != nil, offset >= 0 else {
            throw .malformed("a position has the UUID of a feed\u{2019}s life and an offset of 0 or more.")
        }
        (self.epoch, self.offset) = (epoch, offset)
    }

    init(_ epoch: Epoch, _ offset: FeedOffset) {
        (self.epoch, self.offset) = (epoch.description, offset.value)
    }

    var cursor: FeedCursor? {
        Epoch(epoch).map { FeedCursor(epoch: $0, offset: FeedOffset(offset)) }
    }
}
