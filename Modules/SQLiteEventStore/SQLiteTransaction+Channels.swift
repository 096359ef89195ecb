import EventSourcing
import FoundationEssentials
import GRDB

extension SQLiteTransaction {
    func channels() throws -> [ChannelName: ChannelState] {
        var channels: [ChannelName: ChannelState] = [:]
        try each("SELECT head, floor, name FROM channel") { row in
            let text: String = try StoredRow(row, "a channel").value(2)
            guard let name = ChannelName(text) else {
                throw EventStoreError.damaged("a channel has the name \(text.debugDescription)")
            }
            channels[name] = try Self.state(row, of: name)
            return true
        }
        return channels
    }

    func state(of channel: ChannelName) throws -> ChannelState {
        try first("SELECT head, floor FROM channel WHERE name = ?", [channel.description]) { row in
            try Self.state(row, of: channel)
        } ?? .none
    }

    func entries(of channel: ChannelName, after offset: FeedOffset, limit: Int, maxBytes: Int) throws -> [FeedEntry] {
        let start = max(offset, try state(of: channel).floor)
        var last = start
        return try page(Self.entriesQuery, [channel.description, start.value, limit], of: channel, maxBytes) { offset in
            guard offset == last.next else {
                throw EventStoreError.damaged("delivery \(offset.value - 1) to \(channel) is missing")
            }
            last = offset
        }
    }

    func snapshot(
        of channel: ChannelName,
        after offset: FeedOffset,
        asOf: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) throws -> [FeedEntry] {
        let arguments: StatementArguments = [channel.description, offset.value, asOf.value, limit]
        return try page(Self.snapshotQuery, arguments, of: channel, maxBytes) { _ in }
    }

    func deliveries(
        of channel: ChannelName,
        after offset: FeedOffset,
        since: Instant?,
        limit: Int
    ) throws -> [Delivery] {
        var deliveries: [Delivery] = []
        let arguments: StatementArguments = [
            channel.description, offset.value, max(limit, 0), since?.microseconds ?? .min,
        ]
        try each(Self.deliveriesQuery, arguments) { row in
            let delivery = try StoredDelivery(row, of: channel)
            guard since != nil || delivery.offset.value == offset.value + Int64(deliveries.count) + 1 else {
                throw EventStoreError.damaged("delivery \(delivery.offset.value - 1) to \(channel) is missing")
            }
            let envelope = try Self.envelope(row, of: delivery)
            deliveries.append(
                Delivery(
                    offset: delivery.offset,
                    at: delivery.at,
                    source: envelope.source,
                    id: envelope.id,
                    topic: envelope.topic,
                    digest: envelope.bodyDigest,
                    byteCount: Int(clamping: envelope.byteCount)
                )
            )
            return true
        }
        return deliveries
    }

    private func page(
        _ sql: String,
        _ arguments: StatementArguments,
        of channel: ChannelName,
        _ maxBytes: Int,
        checking check: (FeedOffset) throws -> Void
    ) throws -> [FeedEntry] {
        var entries: [FeedEntry] = []
        var bytes = 0
        try each(sql, arguments) { row in
            let delivery = try StoredDelivery(row, of: channel)
            try check(delivery.offset)
            let envelope = try Self.envelope(row, of: delivery)
            bytes += Int(clamping: envelope.byteCount)
            guard bytes <= maxBytes || entries.isEmpty else { return false }
            let body = try envelope.body(row, at: StoredDelivery.columnCount + StoredEnvelope.columnCount)
            entries.append(FeedEntry(offset: delivery.offset, topic: envelope.topic, body: body))
            return true
        }
        return entries
    }

    private static func envelope(_ row: Row, of delivery: StoredDelivery) throws -> StoredEnvelope {
        let envelope = try StoredEnvelope(row, from: StoredDelivery.columnCount)
        guard envelope.thread == delivery.thread else {
            throw EventStoreError.damaged("delivery \(delivery.offset.value) to \(delivery.channel) has another thread")
        }
        return envelope
    }

    private static func state(_ row: Row, of channel: ChannelName) throws -> ChannelState {
        let row = StoredRow(row, "channel \(channel)")
        return ChannelState(head: FeedOffset(try row.count(0)), floor: FeedOffset(try row.count(1)))
    }

    /// An envelope that is gone gives a row that cannot be read, instead of none.
    private static let joined =
        "FROM delivery LEFT JOIN envelope ON envelope.number = delivery.envelope "
        + "WHERE delivery.channel = (SELECT number FROM channel WHERE name = ?1) AND delivery.offset > ?2"
    private static let entriesQuery = """
        SELECT \(StoredDelivery.columns), \(StoredEnvelope.columns), envelope.body
        \(joined) ORDER BY delivery.offset LIMIT max(?3, 0)
        """
    private static let deliveriesQuery = """
        SELECT \(StoredDelivery.columns), \(StoredEnvelope.columns)
        \(joined) AND delivery.at >= ?4 ORDER BY delivery.offset LIMIT ?3
        """
    /// Goes up the channel once and asks the index of threads whether it had something newer by then.
    ///
    /// A back-fill puts what was heard long ago at the end, so the envelope's number tells what is newer, not the offset.
    static let snapshotQuery = """
        SELECT \(StoredDelivery.columns), \(StoredEnvelope.columns), envelope.body
        \(joined) AND delivery.offset <= ?3 AND NOT EXISTS (
            SELECT 1 FROM delivery AS later
            WHERE later.channel = delivery.channel AND later.thread = delivery.thread
            AND later.envelope > delivery.envelope AND later.offset <= ?3
        )
        ORDER BY delivery.offset LIMIT max(?4, 0)
        """
}
