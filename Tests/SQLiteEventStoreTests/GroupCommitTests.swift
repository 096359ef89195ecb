import EventSourcing
import FoundationEssentials
import SQLiteEventStore
import TestSupport
import Testing

@Suite("Group commit of the SQLite store")
struct GroupCommitTests {
    /// Holds the store inside one write, lets `count` others gather behind it, and returns what became of each.
    private func gather(
        _ count: Int,
        in store: SQLiteEventStore,
        _ write: @escaping @Sendable (Int, any StoreTransaction) throws -> Void
    ) async throws -> [Int: Bool] {
        let gate = Gate()
        return try await withThrowingTaskGroup { group in
            group.addTask {
                try await store.write { _ in gate.hold() }
                return (-1, true)
            }
            await gate.held()
            for number in 0..<count {
                group.addTask {
                    do {
                        try await store.write { try write(number, $0) }
                        return (number, true)
                    } catch is ChangeOfMind {
                        return (number, false)
                    }
                }
            }
            while store.waiting < count { await Task.yield() }
            gate.release()
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func withStore(_ body: (SQLiteEventStore) async throws -> Void) async throws {
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            try await body(store)
            try await store.close()
        }
    }

    @Test(
        "writers that wait share a commit, up to the largest batch",
        .timeLimit(.minutes(1)),
        arguments: [(1, 1), (100, 1), (256, 1), (257, 2)]
    )
    func shared(writers: Int, commits: Int) async throws {
        try await withStore { store in
            _ = try await gather(writers, in: store) { number, transaction in
                _ = try transaction.append([.sample("\(number)")], to: .park, expecting: .any)
            }
            #expect(store.statistics.commits == commits)
            #expect(store.statistics.writes == writers + 1)
            #expect(try await store.read { try $0.revision(of: .park) } == Revision(Int64(writers)))
        }
    }

    @Test("one that throws takes back only its own part of the batch", .timeLimit(.minutes(1)))
    func oneThrows() async throws {
        try await withStore { store in
            let outcomes = try await gather(40, in: store) { number, transaction in
                let stream = StreamName("area", "gm0344-\(number)")
                _ = try transaction.append([.sample(), .sample()], to: stream, expecting: .exactly(.none))
                try transaction.publish(topic: "e/") { Data("\(number) at \($0.value)".utf8) }
                if number % 4 == 1 { throw ChangeOfMind() }
            }
            #expect(store.statistics.commits == 1)
            #expect(outcomes.filter { !$0.value }.keys.allSatisfy { $0 % 4 == 1 })
            #expect(outcomes.values.filter { $0 }.count == 31)
            let log = try await store.read { try $0.events(after: .start, limit: .max) }
            #expect(log.map(\.position.value) == Array(1...60))
            let feed = try await store.feedTexts()
            #expect(feed.keys.sorted() == Array(1...30))
            #expect(feed.allSatisfy { $0.value.hasSuffix(" at \($0.key)") })
        }
    }

    @Test("a transaction that changes nothing is no commit")
    func unchanged() async throws {
        try await withStore { store in
            try await store.write { _ = try $0.feedHead() }
            #expect((store.statistics.commits, store.statistics.writes) == (0, 1))
            try await store.write { _ = try $0.publish(topic: "e/") { _ in Data() } }
            try await store.write { _ = try $0.feedHead() }
            #expect((store.statistics.commits, store.statistics.writes) == (1, 3))
        }
    }

    @Test("a batch tells its newest head once", .timeLimit(.minutes(1)))
    func head() async throws {
        try await withStore { store in
            var heads = store.heads.makeAsyncIterator()
            _ = try await gather(30, in: store) { _, transaction in
                try transaction.publish(topic: "e/") { _ in Data() }
            }
            #expect(await heads.next() == FeedOffset(30))
        }
    }
}
