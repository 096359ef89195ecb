import EventSourcing
import FoundationEssentials
import Testing

@Suite("The feed of any store")
struct FeedContractTests {
    @Test("an entry knows its offset before its body is made", arguments: StoreUnderTest.allCases)
    func offsets(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            #expect(try await store.read { try $0.feedHead() } == .start)
            let entries = try await store.write { transaction in
                try ["e/a/", "e/b/"].map { topic in
                    try transaction.publish(topic: topic) { Data("\(topic)\($0.value)".utf8) }
                }
            }
            #expect(entries.map { String(decoding: $0.body, as: UTF8.self) } == ["e/a/1", "e/b/2"])
            #expect(try await store.read { try $0.feed(after: .start, limit: 9, maxBytes: 99) } == entries)
            #expect(try await store.read { try $0.feedHead() } == FeedOffset(2))
        }
    }

    @Test("an offset that was taken back is given to the next entry", arguments: StoreUnderTest.allCases)
    func takenBack(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.publish("one")
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try transaction.publish(topic: "e/") { _ in Data() }
                    try transaction.publish(topic: "e/") { _ in throw ChangeOfMind() }
                }
            }
            #expect(try await store.read { try $0.feedHead() } == FeedOffset(1))
            try await store.publish("two")
            #expect(try await store.feedTexts() == [1: "one", 2: "two"])
        }
    }

    @Test("a body that publishes as well is refused", arguments: StoreUnderTest.allCases)
    func nested(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            await #expect(throws: EventStoreError.self) {
                try await store.write { transaction in
                    try transaction.publish(topic: "e/") { _ in
                        try transaction.publish(topic: "e/") { _ in Data() }.body
                    }
                }
            }
            let feed = try await store.feedTexts()
            #expect(feed.isEmpty)
        }
    }

    @Test(
        "a fetch stops at its limits but always brings one",
        arguments: StoreUnderTest.allCases,
        [
            (after: 0, limit: 9, maxBytes: 99, offsets: [1, 2, 3]),
            (after: 1, limit: 9, maxBytes: 99, offsets: [2, 3]),
            (after: 0, limit: 2, maxBytes: 99, offsets: [1, 2]),
            (after: 0, limit: 0, maxBytes: 99, offsets: []),
            (after: 0, limit: 9, maxBytes: 8, offsets: [1, 2]),
            (after: 0, limit: 9, maxBytes: 7, offsets: [1]),
            (after: 0, limit: 9, maxBytes: 0, offsets: [1]),
            (after: 3, limit: 9, maxBytes: 99, offsets: []),
            (after: 7, limit: 9, maxBytes: 99, offsets: []),
        ] as [(after: Int64, limit: Int, maxBytes: Int, offsets: [Int64])]
    )
    func limits(kind: StoreUnderTest, fetch: (after: Int64, limit: Int, maxBytes: Int, offsets: [Int64])) async throws {
        try await kind.with { store in
            try await store.publish("four", "more", "last")
            let entries = try await store.read {
                try $0.feed(after: FeedOffset(fetch.after), limit: fetch.limit, maxBytes: fetch.maxBytes)
            }
            #expect(entries.map(\.offset.value) == fetch.offsets)
        }
    }

    @Test("the head is told once per commit that moved it, the newest only", arguments: StoreUnderTest.allCases)
    func heads(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            var heads = store.heads.makeAsyncIterator()
            try await store.publish("one", "two")
            #expect(await heads.next() == FeedOffset(2))
            try await store.append(.sample(), to: .park)
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try transaction.publish(topic: "e/") { _ in Data() }
                    throw ChangeOfMind()
                }
            }
            try await store.publish("three")
            try await store.publish("four")
            #expect(await heads.next() == FeedOffset(4))
            try await store.close()
            #expect(await heads.next() == nil)
        }
    }

    @Test("an acknowledgement never moves back", arguments: StoreUnderTest.allCases)
    func acknowledgements(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.acknowledge(consumer: "analysis", upTo: FeedOffset(5))
                try transaction.acknowledge(consumer: "analysis", upTo: FeedOffset(3))
                try transaction.acknowledge(consumer: "planning", upTo: .start)
            }
            #expect(
                try await store.read { try $0.acknowledgements() } == ["analysis": FeedOffset(5), "planning": .start]
            )
        }
    }
}
