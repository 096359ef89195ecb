import EventSourcing
import FoundationEssentials
import GRDB
import SQLiteEventStore
import TestSupport
import Testing

@Suite("Damage to the SQLite store")
struct DamageTests {
    /// Makes a store with three events and three entries, closes it, and lends its file for harm.
    private func withFile(_ body: (String) async throws -> Void) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            for number in 1...3 { try await store.append(.sample("payload-\(number)"), to: .park) }
            try await store.publish("body-1", "body-2", "body-3")
            try await store.close()
            try await body(path)
        }
    }

    private func flip(_ text: String, in path: String) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        let place = try #require(bytes.firstRange(of: Data(text.utf8)))
        bytes[place.lowerBound] ^= 0x04
        try bytes.write(to: URL(filePath: path))
    }

    private func change(_ sql: String, in path: String) async throws {
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    private func readAll(_ store: SQLiteEventStore) async throws {
        _ = try await store.read { reader in
            _ = try reader.events(after: .start, limit: .max)
            _ = try reader.feed(after: .start, limit: .max, maxBytes: .max)
        }
    }

    private func expectDamage(at path: String) async {
        let error = await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
        if case .damaged(let what) = error {
            #expect(what.contains(path))
        } else {
            Issue.record("\(String(describing: error))")
        }
    }

    @Test(
        "one flipped bit is found when the row is read, and the row is named",
        arguments: [("payload-2", "event 2 of the log"), ("body-3", "entry 3 of the feed")]
    )
    func flippedBit(text: String, row: String) async throws {
        try await withFile { path in
            try flip(text, in: path)
            let store = try await SQLiteEventStore.open(at: path)
            let error = await #expect(throws: EventStoreError.self) { try await readAll(store) }
            #expect(error?.description.contains(row) == true, "\(String(describing: error))")
            #expect(try await store.read { try $0.events(after: .start, limit: 1) }.count == 1)
            try await store.close()
        }
    }

    @Test(
        "a changed column is found when the row is read",
        arguments: [
            "UPDATE event SET actor = 'someone else' WHERE seq = 2",
            "UPDATE event SET recorded_at = recorded_at + 1 WHERE seq = 2",
            "UPDATE event SET stream = 'area/other' WHERE seq = 2",
            "UPDATE event SET stream = 'nonsense' WHERE seq = 2",
            "UPDATE event SET type = 'nl.kvo.anders.v1' WHERE seq = 2",
            "UPDATE event SET correlation = causation WHERE seq = 2",
            "UPDATE event SET id = x'00' WHERE seq = 2",
            "UPDATE event SET revision = -1 WHERE seq = 2",
            "UPDATE event SET sha256 = x'' WHERE seq = 2",
            "UPDATE event SET payload = (SELECT payload FROM event WHERE seq = 1) WHERE seq = 2",
            "UPDATE feed SET topic = 'e/other/' WHERE offset = 2",
            "UPDATE feed SET body = x'' WHERE offset = 2",
        ]
    )
    func changed(sql: String) async throws {
        try await withFile { path in
            try await change(sql, in: path)
            let store = try await SQLiteEventStore.open(at: path)
            let error = await #expect(throws: EventStoreError.self) { try await readAll(store) }
            #expect(error?.description.contains(" 2 of the ") == true, "\(String(describing: error))")
            try await store.close()
        }
    }

    @Test(
        "a missing row is found when the file is opened",
        arguments: ["event WHERE seq = 2", "event WHERE seq = 3", "feed WHERE offset = 1", "feed WHERE offset = 3"]
    )
    func missing(row: String) async throws {
        try await withFile { path in
            try await change("DELETE FROM \(row)", in: path)
            let error = await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
            #expect(error?.description.contains("2 rows where 3 were written") == true)
        }
    }

    @Test("a row that goes missing under way is found when it is read", arguments: ["event", "feed"])
    func gap(table: String) async throws {
        try await withFile { path in
            let store = try await SQLiteEventStore.open(at: path)
            try await change("DELETE FROM \(table) WHERE rowid = 2", in: path)
            let error = await #expect(throws: EventStoreError.self) { try await readAll(store) }
            #expect(error?.description.contains(" 2 of the ") == true, "\(String(describing: error))")
            try await store.close()
        }
    }

    @Test("a file that is no database is refused by name")
    func noDatabase() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try Data(String(repeating: "no database. ", count: 1000).utf8).write(to: URL(filePath: path))
            await expectDamage(at: path)
        }
    }

    @Test("a page of zeros is found when the file is opened", arguments: [3, 4, 6, 8])
    func zeroedPage(page: Int) async throws {
        try await withFile { path in
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes.replaceSubrange((page - 1) * 4096..<page * 4096, with: Data(count: 4096))
            try bytes.write(to: URL(filePath: path))
            await expectDamage(at: path)
        }
    }

    @Test("a file that lost its end is refused")
    func truncated() async throws {
        try await withFile { path in
            let bytes = try Data(contentsOf: URL(filePath: path))
            try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
            await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
        }
    }
}
