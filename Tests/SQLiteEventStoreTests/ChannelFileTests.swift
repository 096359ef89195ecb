import EventSourcing
import FoundationEssentials
import GRDB
import TestSupport
import Testing

@testable import SQLiteEventStore

@Suite("Channels in the SQLite file")
struct ChannelFileTests {
    /// Makes a store with three deliveries to one channel and a parked entry, closes it, and lends its file.
    private func withFile(_ body: (String, ChannelName) async throws -> Void) async throws {
        let channel = try ChannelName.sample()
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            try await store.deliver("a", "b", "c", to: channel)
            try await store.write { transaction in
                try transaction.acknowledge(channel: channel, consumer: "one", upTo: FeedOffset(2), at: .sample(5))
                try transaction.trim(channel, upTo: FeedOffset(1))
                try transaction.park(.sample(2))
            }
            try await store.close()
            try await body(path, channel)
        }
    }

    private func change(_ sql: String, in path: String) async throws {
        try await DatabaseQueue(path: path).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: sql)
        }
    }

    private func readAll(_ channel: ChannelName, in store: SQLiteEventStore) async throws {
        _ = try await store.read { reader in
            _ = try reader.entries(of: channel, after: FeedOffset(1), limit: 9, maxBytes: .max)
            _ = try reader.deliveries(of: channel, after: .start, since: nil, limit: 9)
            _ = try reader.envelopes(after: 0, limit: 9)
            _ = try reader.parked(of: nil, limit: 9)
        }
    }

    @Test("a store that is opened again has its channels, progress and parked entries")
    func reopen() async throws {
        try await withFile { path, channel in
            let store = try await SQLiteEventStore.open(at: path)
            #expect(try await store.state(of: channel) == ChannelState(head: FeedOffset(3), floor: FeedOffset(1)))
            #expect(try await store.texts(of: channel) == ["body of b", "body of c"])
            #expect(
                try await store.read { try $0.progress(of: channel) } == [
                    ConsumerProgress(consumer: "one", offset: FeedOffset(2), at: .sample(5))
                ]
            )
            #expect(try await store.read { try $0.parked(of: nil, limit: 9) } == [.sample(2)])
            try await store.deliver("c", "d", to: channel)
            #expect(try await store.state(of: channel).head == FeedOffset(4))
            try await store.close()
        }
    }

    @Test("a file of the first version keeps what it had and gets channels")
    func migrated() async throws {
        let channel = try ChannelName.sample()
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let first = try await SQLiteEventStore.open(at: path)
            try await first.append(.sample("kept"), to: .park)
            try await first.publish("one")
            try await first.close()
            try await change(
                """
                DROP TABLE delivery; DROP TABLE envelope; DROP TABLE channel; DROP TABLE channel_acknowledgement;
                DROP TABLE parked; DROP TABLE commit_count; DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1 %';
                """,
                in: path
            )
            try FileManager.default.removeItem(atPath: path + ".mark")
            let second = try await SQLiteEventStore.open(at: path)
            #expect(second.wasUnmarked)
            #expect(second.epoch == first.epoch)
            #expect(try await second.read { try $0.revision(of: .park) } == Revision(1))
            #expect(try await second.feedTexts() == [1: "one"])
            try await second.deliver("a", to: channel)
            #expect(try await second.texts(of: channel) == ["body of a"])
            try await second.close()
        }
    }

    @Test(
        "a changed column is found when the row is read",
        arguments: [
            ("UPDATE envelope SET body = x'00' WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET topic = 'e/other/' WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET subject = '' WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET source = 'urn:other' WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET id = 'z' WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET heard_at = heard_at + 1 WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET thread = 2 WHERE number = 2", "envelope 2"),
            ("UPDATE envelope SET body_sha256 = x'' WHERE number = 2", "envelope 2"),
            ("UPDATE delivery SET at = at + 1 WHERE offset = 2", "delivery 2 to politie-mn"),
            ("UPDATE delivery SET thread = 2 WHERE offset = 2", "delivery 2 to politie-mn"),
            ("UPDATE delivery SET envelope = 9 WHERE offset = 2", "politie-mn"),
            ("UPDATE delivery SET sha256 = x'' WHERE offset = 2", "delivery 2 to politie-mn"),
            ("UPDATE parked SET subject = 'g9' WHERE offset = 2", "parked entry 2 of planning"),
            ("UPDATE parked SET attempts = 0 WHERE offset = 2", "parked entry 2 of planning"),
        ]
    )
    func changed(sql: String, named: String) async throws {
        try await withFile { path, channel in
            try await change(sql, in: path)
            let store = try await SQLiteEventStore.open(at: path)
            let error = await #expect(throws: EventStoreError.self) { try await readAll(channel, in: store) }
            #expect(error?.description.contains("the store is damaged") == true)
            #expect(error?.description.contains(named) == true, "\(String(describing: error))")
            try await store.close()
        }
    }

    @Test(
        "a channel that does not hold what was delivered is refused when the file is opened",
        arguments: [
            "DELETE FROM delivery WHERE offset = 1", "DELETE FROM delivery WHERE offset = 3", "DELETE FROM delivery",
            "UPDATE channel SET head = 4", "UPDATE channel SET head = 2", "UPDATE channel SET floor = 9",
            "UPDATE delivery SET offset = 4 WHERE offset = 2", "DELETE FROM envelope WHERE number = 3",
            "DELETE FROM channel", "UPDATE channel SET name = 'POLITIE'",
            "UPDATE channel SET name = 'politie-mo'",
        ]
    )
    func missing(sql: String) async throws {
        try await withFile { path, _ in
            try await change(sql, in: path)
            let error = await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
            #expect(error?.description.contains("the store is damaged") == true, "\(String(describing: error))")
        }
    }

    @Test("a delivery that goes missing under way is found when the channel is read")
    func gap() async throws {
        try await withFile { path, channel in
            let store = try await SQLiteEventStore.open(at: path)
            try await change("DELETE FROM delivery WHERE offset = 2", in: path)
            let error = await #expect(throws: EventStoreError.self) {
                _ = try await store.entries(of: channel, after: FeedOffset(1))
            }
            #expect(error?.description.contains("delivery 2 to politie-mn is missing") == true)
            try await store.close()
        }
    }

    @Test("deliveries that share a commit take back only their own", .timeLimit(.minutes(1)))
    func shared() async throws {
        let channel = try ChannelName.sample()
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            let gate = Gate()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await store.write { _ in gate.hold() } }
                await gate.held()
                for number in 0..<40 {
                    group.addTask {
                        try? await store.write { transaction in
                            try transaction.deliver(.sample("\(number)"), to: channel)
                            if number % 4 == 1 { throw ChangeOfMind() }
                        }
                    }
                }
                while store.waiting < 40 { await Task.yield() }
                gate.release()
            }
            #expect(store.statistics.commits == 1)
            let entries = try await store.entries(of: channel)
            #expect(entries.map(\.offset.value) == Array(1...30))
            #expect(try await store.state(of: channel).head == FeedOffset(30))
            #expect(try await store.read { try $0.envelopes(after: 0, limit: .max) }.count == 30)
            try await store.close()
        }
    }

    @Test("a snapshot goes along the channel and asks the index of threads; it sorts and scans nothing")
    func plan() async throws {
        try await withFile { path, _ in
            let steps = try await DatabaseQueue(path: path).read { database in
                try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN " + SQLiteTransaction.snapshotQuery,
                    arguments: ["politie-mn", 0, 3, 9]
                ).map { $0["detail"] as String }
            }
            #expect(steps.contains { $0.contains("SEARCH delivery USING PRIMARY KEY (channel=? AND offset>?") })
            #expect(
                steps.contains {
                    $0.contains("later USING COVERING INDEX delivery_thread (channel=? AND thread=? AND envelope>?)")
                }
            )
            #expect(!steps.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(steps)")
        }
    }
}
