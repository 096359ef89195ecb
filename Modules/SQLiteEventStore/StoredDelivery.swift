import EventSourcing
import FoundationEssentials
import GRDB
import Integrity

/// The row of a delivery, held against its checksum.
struct StoredDelivery {
    /// The columns that make one, in this order.
    static let columns =
        "delivery.offset, delivery.envelope, delivery.thread, delivery.at, delivery.sha256"
    /// How many columns that are.
    static let columnCount = 5

    let channel: ChannelName
    let offset: FeedOffset
    let envelope: Int64
    let thread: Int64
    let at: Instant

    /// Makes the row of a delivery that is done now.
    init(channel: ChannelName, offset: FeedOffset, envelope: Int64, thread: Int64, at: Instant) {
        self.channel = channel
        self.offset = offset
        self.envelope = envelope
        self.thread = thread
        self.at = at
    }

    /// Reads a row in which ``columns`` come first.
    init(_ row: Row, of channel: ChannelName) throws(EventStoreError) {
        self.channel = channel
        let number = try StoredRow(row, "a delivery to \(channel)").count(0)
        offset = FeedOffset(number)
        let row = StoredRow(row, "delivery \(number) to \(channel)")
        envelope = try row.count(1)
        thread = try row.count(2)
        at = Instant(microseconds: try row.value(3))
        let kept: Data = try row.value(4)
        guard digest == kept else {
            throw .damaged("delivery \(offset.value) to \(channel) does not match its checksum")
        }
    }

    /// The checksum of the row.
    var digest: Data {
        var record = RecordDigest(reserving: 136)
        record.add(channel.description)
        record.add(offset.value)
        record.add(envelope)
        record.add(thread)
        record.add(at.microseconds)
        return record.digest.bytes
    }
}
