import EventSourcing
import FoundationEssentials
import GRDB
import Glibc
import SQLiteEventStore
import TestSupport
import Testing

@Suite("Durability of the SQLite store")
struct DurabilityTests {
    private func payloads(in store: SQLiteEventStore) async throws -> [String] {
        try await store.read { reader in
            try reader.events(after: .start, limit: .max).map { String(decoding: $0.event.payload, as: UTF8.self) }
        }
    }

    @Test("a store that is opened again has all it had, in the same epoch")
    func reopen() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let first = try await SQLiteEventStore.open(at: path)
            let event = try await first.append(.sample("kept"), to: .park)
            try await first.publish("one")
            try await first.close()

            let second = try await SQLiteEventStore.open(at: path)
            #expect(second.epoch == first.epoch)
            #expect(try await second.read { try $0.events(after: .start, limit: 9) } == [event])
            try await second.append(.sample("next"), to: .park)
            try await second.publish("two")
            #expect(try await payloads(in: second) == ["kept", "next"])
            #expect(try await second.feedTexts() == [1: "one", 2: "two"])
            try await second.close()
        }
    }

    @Test("a restored backup begins a new epoch with what it holds")
    func restored() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let first = try await SQLiteEventStore.open(at: path)
            try await first.publish("one")
            try await first.close()
            let restored = try await SQLiteEventStore.open(at: path, feed: .beginsAnew)
            #expect(restored.epoch != first.epoch)
            #expect(try await restored.feedTexts() == [1: "one"])
            try await restored.close()
            let again = try await SQLiteEventStore.open(at: path)
            #expect(again.epoch == restored.epoch)
            try await again.close()
        }
    }

    @Test("closing moves the write-ahead log into the file")
    func checkpoint() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            try await store.append(.sample("kept"), to: .park)
            try await store.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            try FileManager.default.copyItem(atPath: path, toPath: directory.file("copy.sqlite"))
            let copy = try await SQLiteEventStore.open(at: directory.file("copy.sqlite"))
            #expect(try await payloads(in: copy) == ["kept"])
            try await copy.close()
        }
    }

    @Test("writers that wait when the store is closed are served, later ones refused", .timeLimit(.minutes(1)))
    func closing() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            let gate = Gate()
            try await withThrowingTaskGroup { group in
                group.addTask { try await store.write { _ in gate.hold() } }
                await gate.held()
                for number in 0..<10 {
                    group.addTask { _ = try await store.append(.sample("\(number)"), to: .park) }
                }
                while store.waiting < 10 { await Task.yield() }
                group.addTask { try await store.close() }
                // Once it refuses to read it has begun to close.
                while (try? await store.read { try $0.feedHead() }) != nil { await Task.yield() }
                await #expect(throws: EventStoreError.closed) { try await store.append(.sample("late"), to: .park) }
                gate.release()
                try await group.waitForAll()
            }
            let reopened = try await SQLiteEventStore.open(at: path)
            #expect(try await payloads(in: reopened).sorted() == (0..<10).map(String.init))
            try await reopened.close()
        }
    }

    @Test("a process that is killed has kept what it acknowledged", .timeLimit(.minutes(1)))
    func killed() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let store = try await SQLiteEventStore.open(at: path)
                for number in 1...20 { try await store.append(.sample("\(number)"), to: .park) }
                kill(getpid(), SIGKILL)
            }
            let store = try await SQLiteEventStore.open(at: path)
            #expect(try await payloads(in: store) == (1...20).map(String.init))
            try await store.close()
        }
    }

    @Test("a write torn by a power cut is gone whole, those before it stay", arguments: [1, 2, 3, 5, 9])
    func torn(ninths: Int) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let log = path + "-wal"
            let store = try await SQLiteEventStore.open(at: path)
            for number in 1...5 { try await store.append(.sample("\(number)"), to: .park) }
            let whole = try Data(contentsOf: URL(filePath: log)).count
            try await store.write { transaction in
                _ = try transaction.append([.sample("6"), .sample("7")], to: .park, expecting: .any)
                try transaction.publish(topic: "e/") { _ in Data("6 and 7".utf8) }
            }
            let copy = directory.file("copy.sqlite")
            let bytes = try Data(contentsOf: URL(filePath: log))
            let torn = bytes.prefix(whole + (bytes.count - whole) * ninths / 9)
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try torn.write(to: URL(filePath: copy + "-wal"))
            try await store.close()

            let reopened = try await SQLiteEventStore.open(at: copy)
            #expect(try await payloads(in: reopened) == (1...(ninths == 9 ? 7 : 5)).map(String.init))
            #expect(try await reopened.feedTexts() == (ninths == 9 ? [1: "6 and 7"] : [:]))
            let next = try await reopened.append(.sample("next"), to: .park)
            #expect(next.position.value == (ninths == 9 ? 8 : 6))
            try await reopened.close()
        }
    }

    @Test("a full disk fails every writer of the batch, and later ones go on where it was", .timeLimit(.minutes(1)))
    func fullDisk() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            // The limit on the size of files holds for a whole process, so this one is a child.
            await #expect(processExitsWith: .success) { [path = path as String] in
                let store = try await SQLiteEventStore.open(at: path)
                try await store.publish("one")
                var unlimited = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &unlimited)
                let size = try Data(contentsOf: URL(filePath: path + "-wal")).count
                signal(SIGXFSZ, SIG_IGN)
                var limited = rlimit(rlim_cur: rlim_t(size + 5000), rlim_max: unlimited.rlim_max)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limited)
                let gate = Gate()
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        _ = try? await store.write { transaction in
                            gate.hold()
                            _ = try transaction.document("", in: DocumentCollection("none", .derived))
                        }
                    }
                    await gate.held()
                    group.addTask {
                        await #expect(throws: EventStoreError.self) {
                            try await store.publish(String(repeating: "x", count: 100_000))
                        }
                    }
                    group.addTask {
                        // It changed its mind, but perhaps over what the other wrote, which never was.
                        await #expect(throws: EventStoreError.self) {
                            try await store.write { _ in throw ChangeOfMind() }
                        }
                    }
                    while store.waiting < 2 { await Task.yield() }
                    gate.release()
                }
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &unlimited)
                try await store.publish("two")
                #expect(try await store.feedTexts() == [1: "one", 2: "two"])
                try await store.close()
            }
        }
    }

    @Test("the file is durable, strict and for its owner only")
    func settings() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            try await store.append(.sample(), to: .park)
            for file in [path, path + "-wal", path + "-shm", path + ".lock", path + ".mark"] {
                var status = stat()
                #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600, "\(file)")
            }
            try await store.close()
            try await DatabaseQueue(path: path).read { database in
                #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
                let lax = try String.fetchAll(
                    database,
                    sql: """
                        SELECT name FROM pragma_table_list
                        WHERE schema = 'main' AND type = 'table' AND strict = 0
                        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                        """
                )
                #expect(lax.isEmpty)
            }
        }
    }
}
