import EventSourcing
import GRDB

extension SQLiteTransaction {
    /// Keeps the number of the commit in the commit itself.
    func setCommits(_ commits: Int64) throws {
        guard try change("UPDATE commit_count SET commits = ?", [commits]) == 1 else {
            throw EventStoreError.damaged("the number of commits is missing")
        }
    }

    /// Holds the numbers that were given out against those that are there: from 1, and none is missing.
    func checkNumbers() throws {
        for (name, table) in [("the log", "event"), ("the feed", "feed"), ("the list of envelopes", "envelope")] {
            let given = try lastNumber(of: table)
            let present = try first("SELECT count(*) FROM \(table)") { try StoredRow($0, name).count(0) } ?? 0
            guard present == given else {
                throw EventStoreError.damaged("\(name) has \(present) rows where \(given) were written")
            }
        }
        try checkChannels()
    }

    private func checkChannels() throws {
        let total = try first("SELECT count(*) FROM delivery") { try StoredRow($0, "the deliveries").count(0) }
        var sum: Int64 = 0
        for (channel, state) in try channels() {
            let head = state.head.value
            let (count, last) = try deliveries(to: channel)
            guard count == head, last == head, state.floor <= state.head else {
                throw EventStoreError.damaged(
                    "channel \(channel) has \(count) deliveries up to \(last) where \(head) were made"
                )
            }
            // The checksum covers the channel's name, which could be another one's after damage.
            if head > 0 { _ = try deliveries(of: channel, after: FeedOffset(head - 1), since: nil, limit: 1) }
            sum += count
        }
        guard sum == total else {
            throw EventStoreError.damaged("there are \(total ?? 0) deliveries where the channels have \(sum)")
        }
    }

    private func deliveries(to channel: ChannelName) throws -> (count: Int64, last: Int64) {
        let sql = """
            SELECT count(*), coalesce(max(offset), 0) FROM delivery
            WHERE channel = (SELECT number FROM channel WHERE name = ?)
            """
        return try first(sql, [channel.description]) { row in
            let row = StoredRow(row, "channel \(channel)")
            return (try row.count(0), try row.count(1))
        } ?? (0, 0)
    }
}
