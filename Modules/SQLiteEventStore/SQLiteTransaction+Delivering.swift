import EventSourcing
import FoundationEssentials
import GRDB

extension SQLiteTransaction {
    func deliver(envelope number: Int64, to channel: ChannelName, at: Instant) throws -> FeedOffset? {
        guard let thread = try thread(of: number) else { throw EventStoreError.unknownEnvelope(number) }
        guard let place = try place(of: channel) else {
            // Of a new channel nothing may stay when the delivery is refused.
            return try inSavepoint {
                try change("INSERT INTO channel (name, head, floor) VALUES (?, 0, 0)", [channel.description])
                return try deliver(envelope: number, to: channel, at: at)
            }
        }
        let delivery = StoredDelivery(
            channel: channel,
            offset: place.head.next,
            envelope: number,
            thread: thread,
            at: at
        )
        let changed = try change(
            """
            INSERT INTO delivery (channel, offset, envelope, thread, at, sha256) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (channel, envelope) DO NOTHING
            """,
            [place.number, delivery.offset.value, number, thread, at.microseconds, delivery.digest]
        )
        guard changed > 0 else { return nil }
        // Not by a trigger: SQLite copies every page that such an insertion touches, to be able to take it back.
        try change("UPDATE channel SET head = ? WHERE number = ?", [delivery.offset.value, place.number])
        known.channels[channel]?.head = delivery.offset
        return delivery.offset
    }

    private func thread(of envelope: Int64) throws -> Int64? {
        if let last = known.envelope, last.number == envelope { return last.thread }
        let thread = try first("SELECT thread FROM envelope WHERE number = ?", [envelope]) { row in
            try StoredRow(row, "envelope \(envelope)").count(0)
        }
        known.envelope = thread.map { (envelope, $0) }
        return thread
    }

    private func place(of channel: ChannelName) throws -> KnownRows.Channel? {
        if let place = known.channels[channel] { return place }
        let place = try first("SELECT number, head FROM channel WHERE name = ?", [channel.description]) { row in
            let row = StoredRow(row, "channel \(channel)")
            return KnownRows.Channel(number: try row.count(0), head: FeedOffset(try row.count(1)))
        }
        known.channels[channel] = place
        return place
    }

    func trim(_ channel: ChannelName, upTo floor: FeedOffset) throws {
        try change(
            "UPDATE channel SET floor = min(head, ?1) WHERE name = ?2 AND floor < min(head, ?1)",
            [floor.value, channel.description]
        )
    }

    func progress(of channel: ChannelName) throws -> [ConsumerProgress] {
        let sql = "SELECT consumer, offset, at FROM channel_acknowledgement WHERE channel = ? ORDER BY consumer"
        var progress: [ConsumerProgress] = []
        try each(sql, [channel.description]) { row in
            let row = StoredRow(row, "an acknowledgement of channel \(channel)")
            progress.append(
                ConsumerProgress(
                    consumer: try row.value(0),
                    offset: FeedOffset(try row.count(1)),
                    at: Instant(microseconds: try row.value(2))
                )
            )
            return true
        }
        return progress
    }

    func acknowledge(channel: ChannelName, consumer: String, upTo offset: FeedOffset, at: Instant) throws {
        let former = try acknowledged(by: consumer, of: channel)
        if let former, former >= offset { return }
        if former == nil, try progress(of: channel).count >= EventStoreError.mostConsumers {
            throw EventStoreError.tooManyConsumers(of: "channel \(channel)")
        }
        try change(
            """
            INSERT INTO channel_acknowledgement (channel, consumer, offset, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (channel, consumer) DO UPDATE SET offset = excluded.offset, at = excluded.at
            """,
            [channel.description, consumer, offset.value, at.microseconds]
        )
    }

    func forget(consumer: String, of channel: ChannelName) throws -> FeedOffset? {
        guard let former = try acknowledged(by: consumer, of: channel) else { return nil }
        try change(
            "DELETE FROM channel_acknowledgement WHERE channel = ? AND consumer = ?",
            [channel.description, consumer]
        )
        return former
    }

    private func acknowledged(by consumer: String, of channel: ChannelName) throws -> FeedOffset? {
        let sql = "SELECT offset FROM channel_acknowledgement WHERE channel = ? AND consumer = ?"
        return try first(sql, [channel.description, try whole(consumer)]) { row in
            FeedOffset(try StoredRow(row, "the acknowledgement of \(consumer)").count(0))
        }
    }
}
