import EventSourcing
import FoundationEssentials
import Testing

/// Counts the events of each stream; version 2 writes the count in words.
private struct EventCounts: Projection {
    let version: Int
    let name = "event-counts"
    let counts = DocumentCollection("event-counts", .derived)
    var collections: [DocumentCollection] { [counts] }

    func apply(_ event: RecordedEvent, in transaction: any StoreTransaction) throws {
        let former = try transaction.document(event.stream.id, in: counts)
        let count = 1 + (former.map { $0.count } ?? 0)
        let mark = version == 1 ? "|" : "#"
        try transaction.put(Data(String(repeating: mark, count: count).utf8), at: event.stream.id, in: counts)
    }

    func rows(in store: any EventStore) async throws -> [String] {
        try await store.read { reader in
            try reader.documents(in: counts, prefix: "").map { "\($0.key) \(String(decoding: $0.body, as: UTF8.self))" }
        }
    }
}

@Suite("A projection in any store")
struct ProjectionContractTests {
    private let first = EventCounts(version: 1)
    private let second = EventCounts(version: 2)

    private func appendFollowed(
        by projection: EventCounts,
        _ streams: [StreamName],
        to store: any EventStore
    ) async throws {
        for stream in streams {
            try await store.write { transaction in
                let events = try transaction.append([.sample()], to: stream, expecting: .any)
                try projection.follow(events, in: transaction)
            }
        }
    }

    @Test("it follows the log in the transaction that appends", arguments: StoreUnderTest.allCases)
    func follow(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await appendFollowed(by: first, [.park, .shops, .park], to: store)
            #expect(try await first.rows(in: store) == ["gm0344-0001 ||", "gm0344-0002 |"])
            let checkpoint = try await store.read { try $0.checkpoint(of: "event-counts") }
            #expect(checkpoint == ProjectionCheckpoint(version: 1, position: Position(3)))
        }
    }

    @Test("it catches up in batches of any size, and only once", arguments: StoreUnderTest.allCases, [1, 2, 3, 500])
    func catchUp(kind: StoreUnderTest, batch: Int) async throws {
        try await kind.with { store in
            for stream in [StreamName.park, .shops, .park, .park] { try await store.append(.sample(), to: stream) }
            for _ in 0..<2 {
                try await first.catchUp(in: store, batch: batch)
                #expect(try await first.rows(in: store) == ["gm0344-0001 |||", "gm0344-0002 |"])
            }
        }
    }

    @Test("a new version is rebuilt from the first event", arguments: StoreUnderTest.allCases)
    func rebuild(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await appendFollowed(by: first, [.park, .shops, .park], to: store)
            try await store.write { try $0.put(Data("stray".utf8), at: "gone", in: first.counts) }
            try await second.catchUp(in: store)
            #expect(try await second.rows(in: store) == ["gm0344-0001 ##", "gm0344-0002 #"])
            let checkpoint = try await store.read { try $0.checkpoint(of: "event-counts") }
            #expect(checkpoint == ProjectionCheckpoint(version: 2, position: Position(3)))
        }
    }
}
