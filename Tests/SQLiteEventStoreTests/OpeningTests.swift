import EventSourcing
import FoundationEssentials
import GRDB
import SQLiteEventStore
import TestSupport
import Testing

@Suite("Opening the SQLite store")
struct OpeningTests {
    private func refusal(at path: String) async -> String {
        let error = await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
        return error?.description ?? ""
    }

    @Test("a second opener is refused until the first has closed")
    func secondOpener() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let first = try await SQLiteEventStore.open(at: path)
            #expect(
                await refusal(at: path).contains("\(path) is in use by another process or store. Stop that one first.")
            )
            try await first.append(.sample(), to: .park)
            try await first.close()
            let second = try await SQLiteEventStore.open(at: path)
            #expect(try await second.read { try $0.revision(of: .park) } == Revision(1))
            try await second.close()
        }
    }

    @Test("an opener in another process is refused", .timeLimit(.minutes(1)))
    func otherProcess() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            await #expect(processExitsWith: .success) { [path = path as String] in
                await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
            }
            try await store.close()
        }
    }

    @Test("a store that could not be opened leaves the file free")
    func freed() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try Data("no database, not at all".utf8).write(to: URL(filePath: path))
            _ = await refusal(at: path)
            try FileManager.default.removeItem(atPath: path)
            try await SQLiteEventStore.open(at: path).close()
        }
    }

    @Test("a folder that is not there is named")
    func noFolder() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("nowhere/store.sqlite")
            #expect(await refusal(at: path).contains("the folder of \(path) does not exist. Make it"))
        }
    }

    @Test("a folder in the place of the file is refused")
    func folder() async throws {
        try await withTemporaryDirectory { directory in
            try FileManager.default.createDirectory(atPath: directory.file("store"), withIntermediateDirectories: false)
            #expect(await refusal(at: directory.file("store")).contains("cannot be opened for writing"))
        }
    }

    @Test("the database of another program is refused")
    func otherProgram() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("other.sqlite")
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
            #expect(await refusal(at: path).contains("belongs to another program"))
        }
    }

    @Test("a file of a newer version is refused")
    func newer() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await SQLiteEventStore.open(at: path).close()
            try await DatabaseQueue(path: path).write { database in
                try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2 of the future')")
            }
            #expect(await refusal(at: path).contains("written by a newer version"))
        }
    }

    @Test("a text with a NUL character is refused, for SQLite would cut it short")
    func nul() async throws {
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            await #expect(throws: EventStoreError.self) { try await store.publish("body", topic: "e/a\u{0}b/") }
            await #expect(throws: EventStoreError.self) {
                try await store.append(.sample(), to: StreamName("area", "a\u{0}b"))
            }
            try await store.close()
        }
    }
}
