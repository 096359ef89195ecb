import EventSourcing
import FoundationEssentials
import Glibc
import SQLiteEventStore
import TestSupport
import Testing

/// Something that a store keeps, each in a table of its own.
enum Keepsake: CaseIterable {
    case event, entry, document, cursor, reply, receipt, checkpoint, acknowledgement
    case delivery, channelAcknowledgement, trim, parked

    /// Keeps one; a channel with one delivery has to be there.
    func keep(in transaction: any StoreTransaction) throws {
        let channel = try ChannelName.sample()
        switch self {
        case .event: _ = try transaction.append([.sample()], to: .park, expecting: .any)
        case .entry: try transaction.publish(topic: "e/") { _ in Data() }
        case .document: try transaction.put(Data(), at: "key", in: DocumentCollection("areas", .derived))
        case .cursor: try transaction.setCursor(FeedCursor(epoch: Epoch(), offset: FeedOffset(1)), in: "registry")
        case .reply: try transaction.keepReply(StoredReply(requestDigest: Data(), body: Data()), for: UUID())
        case .receipt: try transaction.markReceived(id: "event-1", from: "registry")
        case .checkpoint:
            try transaction.setCheckpoint(ProjectionCheckpoint(version: 1, position: Position(1)), of: "areas")
        case .acknowledgement: try transaction.acknowledge(consumer: "planning", upTo: FeedOffset(1))
        case .delivery: try transaction.deliver(.sample("b"), to: channel)
        case .channelAcknowledgement:
            try transaction.acknowledge(channel: channel, consumer: "one", upTo: FeedOffset(1), at: .sample(3))
        case .trim: try transaction.trim(channel, upTo: FeedOffset(1))
        case .parked: try transaction.park(.sample(1))
        }
    }
}

@Suite("The mark beside the SQLite store")
struct MarkTests {
    private func refusal(at path: String) async -> String {
        let error = await #expect(throws: EventStoreError.self) { _ = try await SQLiteEventStore.open(at: path) }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return ""
        }
        return error?.description ?? ""
    }

    /// Opens a store, lets `body` use it, and closes it.
    private func using(
        _ path: String,
        _ feed: SQLiteEventStore.FeedLife = .goesOn,
        _ body: (SQLiteEventStore) async throws -> Void
    ) async throws {
        let store = try await SQLiteEventStore.open(at: path, feed: feed)
        try await body(store)
        try await store.close()
    }

    @Test("a commit of any kind that the journal lost is missed", arguments: Keepsake.allCases)
    func kinds(keepsake: Keepsake) async throws {
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            try await store.deliver("a", to: .sample())
            let length = try StoreFiles(in: directory.path).journal.count
            try await store.write { try keepsake.keep(in: $0) }
            var files = try StoreFiles(in: directory.path)
            try await store.close()
            #expect(try await Finding.of(files).content != nil)
            files.journal = files.journal.prefix(length)
            guard case .refused(let why) = try await Finding.of(files) else {
                Issue.record("opened without its last commit")
                return
            }
            #expect(why.contains("lacks the last 1 of 2 commits that it acknowledged"))
        }
    }

    @Test("a journal that is removed after a kill is missed, as often as it is tried", .timeLimit(.minutes(1)))
    func removed() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await using(path) { try await $0.append(.sample("before"), to: .park) }
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let store = try await SQLiteEventStore.open(at: path)
                for number in 1...20 { try await store.append(.sample("\(number)"), to: .park) }
                kill(getpid(), SIGKILL)
            }
            try FileManager.default.removeItem(atPath: path + "-wal")
            for _ in 1...2 {
                let why = await refusal(at: path)
                #expect(why.contains("\(path) lacks the last 20 of 21 commits that it acknowledged"))
                #expect(why.contains("restore a backup") && why.contains("once with --restored"))
            }
        }
    }

    @Test("a store that lacks commits is left as it is, with what can still be saved of its journal")
    func leftAlone() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let store = try await SQLiteEventStore.open(at: path)
            for number in 1...9 { try await store.append(.sample("\(number)"), to: .park) }
            var files = try StoreFiles(in: directory.path)
            try await store.close()
            let middle = files.journal.count / 2
            files.journal[middle] ^= 1
            try files.write(to: directory.path)
            _ = await refusal(at: path)
            let left = try StoreFiles(in: directory.path)
            #expect(left.file == files.file && left.journal == files.journal && left.mark == files.mark)
        }
    }

    @Test("an old backup in its place is refused until it is opened as one")
    func backup() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await using(path) { try await $0.publish("one") }
            let backup = try Data(contentsOf: URL(filePath: path))
            try await using(path) { try await $0.publish("two") }
            try backup.write(to: URL(filePath: path))
            #expect(await refusal(at: path).contains("lacks the last 1 of 2 commits"))
            try await using(path, .beginsAnew) { store in
                #expect(try await store.feedTexts() == [1: "one"])
                #expect(!store.wasUnmarked)
                try await store.publish("three")
            }
            try await using(path) { store in
                let texts = try await store.feedTexts()
                #expect(texts == [1: "one", 2: "three"])
            }
        }
    }

    @Test("a backup of a former life, and another store, are refused though they may have as many commits")
    func otherLife() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await using(path) { try await $0.publish("one") }
            let backup = try Data(contentsOf: URL(filePath: path))
            try await using(path, .beginsAnew) { _ in }
            try backup.write(to: URL(filePath: path))
            #expect(await refusal(at: path).contains("is another store than its mark was made for"))

            let other = directory.file("other.sqlite")
            try await using(other) { try await $0.publish("one", "two") }
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: other, toPath: path)
            #expect(await refusal(at: path).contains("is another store than its mark was made for"))
        }
    }

    @Test("a file that is gone is refused, and not begun anew")
    func gone() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await using(path) { try await $0.publish("one") }
            try FileManager.default.removeItem(atPath: path)
            for _ in 1...2 {
                #expect(await refusal(at: path).contains("holds none of the 1 commits that it acknowledged"))
            }
        }
    }

    @Test("a store without a mark opens, says so, and has one from then on")
    func unmarked() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try await using(path) { store in
                #expect(!store.wasUnmarked, "a new store needs none")
                try await store.publish("one")
            }
            try FileManager.default.removeItem(atPath: path + ".mark")
            try await using(path) { #expect($0.wasUnmarked) }
            try await using(path) { #expect(!$0.wasUnmarked) }
            try FileManager.default.removeItem(atPath: path)
            #expect(await refusal(at: path).contains("holds none of the 1 commits"))
        }
    }
}
