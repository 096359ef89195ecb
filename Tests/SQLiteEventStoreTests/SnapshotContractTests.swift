import EventSourcing
import FoundationEssentials
import Testing

@Suite("The snapshot of a channel in any store")
struct SnapshotContractTests {
    /// All pages of a snapshot, with something done before each page.
    private func pages(
        of channel: ChannelName,
        asOf: FeedOffset,
        limit: Int,
        in store: any EventStore,
        before: () async throws -> Void = {}
    ) async throws -> [FeedEntry] {
        var entries: [FeedEntry] = []
        while true {
            try await before()
            let after = entries.last?.offset ?? .start
            let page = try await store.read {
                try $0.snapshot(of: channel, after: after, asOf: asOf, limit: limit, maxBytes: .max)
            }
            #expect(page.count <= limit)
            if page.isEmpty { return entries }
            entries += page
        }
    }

    @Test("of each topic and subject it has the newest", arguments: StoreUnderTest.allCases)
    func newest(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.deliver(.sample("1", topic: "e/a/", subject: "x"), to: channel)
                try transaction.deliver(.sample("2", topic: "e/a/", subject: "y"), to: channel)
                try transaction.deliver(.sample("3", topic: "e/b/", subject: "x"), to: channel)
                try transaction.deliver(.sample("4", topic: "e/a/", subject: "x"), to: channel)
                try transaction.deliver(.sample("5", topic: "e/a/", subject: ""), to: channel)
                try transaction.deliver(.sample("6", topic: "e/a/", subject: ""), to: channel)
                try transaction.trim(channel, upTo: FeedOffset(6))
            }
            let expected: [Int64: [Int64]] = [
                0: [], 1: [1], 2: [1, 2], 3: [1, 2, 3], 4: [2, 3, 4], 5: [2, 3, 4, 5], 6: [2, 3, 4, 6],
                99: [2, 3, 4, 6],
            ]
            for (asOf, offsets) in expected {
                let entries = try await pages(of: channel, asOf: FeedOffset(asOf), limit: 2, in: store)
                #expect(entries.map(\.offset.value) == offsets, "as of \(asOf)")
                #expect(entries.allSatisfy { $0.body == Data("body of \($0.offset.value)".utf8) })
            }
        }
    }

    @Test("what is delivered or trimmed between two pages changes none of them", arguments: StoreUnderTest.allCases)
    func paging(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            let random = Source(state: 344)
            // In another order than they were heard in, as a back-fill does.
            @Sendable func deliverSome(_ count: Int) async throws {
                try await store.write { transaction in
                    var numbers: [Int64] = []
                    for _ in 0..<count {
                        let id = "\(random.next(1_000_000))"
                        let (topic, subject) = ("e/\(random.next(3))/", "\(random.next(4))")
                        let number = try transaction.keep(.sample(id, topic: topic, subject: subject))
                        numbers.insert(number, at: Int(random.next(Int64(numbers.count) + 1)))
                    }
                    for number in numbers { _ = try transaction.deliver(envelope: number, to: channel, at: .sample(2)) }
                }
            }
            for limit in 1...5 {
                try await deliverSome(40)
                let head = try await store.state(of: channel).head
                let asOf = FeedOffset(head.value - Int64(limit) * 3)
                let before = try await pages(of: channel, asOf: asOf, limit: .max, in: store)
                let whole = try await newestByHand(of: channel, asOf: asOf, in: store)
                #expect(before.map(\.offset) == whole)
                let under = try await pages(of: channel, asOf: asOf, limit: limit, in: store) {
                    try await deliverSome(7)
                    try await store.write { try $0.trim(channel, upTo: FeedOffset(random.next(2))) }
                }
                #expect(under == before)
            }
        }
    }

    @Test(
        "what was heard last is the newest, also when a back-fill put older ones behind it",
        arguments: StoreUnderTest.allCases
    )
    func backfilled(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                for phase in ["1", "2", "3"] { _ = try transaction.keep(.sample(phase, subject: "t1")) }
                _ = try transaction.keep(.sample("other", subject: "t2"))
                for number in [Int64(3), 1, 4, 2] {
                    _ = try transaction.deliver(envelope: number, to: channel, at: .sample(2))
                }
            }
            let expected: [Int64: [Int64]] = [1: [1], 2: [1], 3: [1, 3], 4: [1, 3]]
            for (asOf, offsets) in expected {
                for limit in [1, 9] {
                    let entries = try await pages(of: channel, asOf: FeedOffset(asOf), limit: limit, in: store)
                    #expect(entries.map(\.offset.value) == offsets, "as of \(asOf)")
                    #expect(entries.first?.body == Data("body of 3".utf8))
                }
            }
        }
    }

    @Test("a page stops at its bytes but always brings one", arguments: StoreUnderTest.allCases)
    func bytes(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                for id in ["a", "b", "c"] { try transaction.deliver(.sample(id, subject: id), to: channel) }
            }
            let counts = try await store.read { reader in
                try [0, 17, 18, 99].map { maxBytes in
                    try reader.snapshot(of: channel, after: .start, asOf: .init(9), limit: 9, maxBytes: maxBytes).count
                }
            }
            #expect(counts == [1, 1, 2, 3])
        }
    }

    /// What a snapshot has to be, taken from the disclosure log and the envelopes.
    private func newestByHand(
        of channel: ChannelName,
        asOf: FeedOffset,
        in store: any EventStore
    ) async throws -> [FeedOffset] {
        try await store.read { reader in
            let delivered = try reader.deliveries(of: channel, after: .start, since: nil, limit: .max)
            let offsets = Dictionary(uniqueKeysWithValues: delivered.map { ($0.id, $0.offset) })
            var newest: [String: FeedOffset] = [:]
            // In the order in which they were heard.
            for (_, envelope) in try reader.envelopes(after: 0, limit: .max) {
                guard let offset = offsets[envelope.id], offset <= asOf else { continue }
                newest[envelope.topic + " " + envelope.subject] = offset
            }
            return newest.values.sorted()
        }
    }
}
