import EventSourcing
import FoundationEssentials
import Integrity
import Testing

@Suite("The channels of any store")
struct ChannelContractTests {
    @Test("each channel counts its own entries from 1", arguments: StoreUnderTest.allCases)
    func dense(kind: StoreUnderTest) async throws {
        let (police, town) = (try ChannelName.sample("politie-mn"), try ChannelName.sample("gemeente-gm0344"))
        try await kind.with { store in
            #expect(try await store.state(of: police) == .none)
            try await store.deliver("a", "b", "c", to: police)
            try await store.deliver("c", to: town)
            try await store.deliver("d", to: police)
            let entries = try await store.entries(of: police)
            #expect(entries.map(\.offset.value) == [1, 2, 3, 4])
            #expect(try await store.texts(of: police) == ["body of a", "body of b", "body of c", "body of d"])
            #expect(entries.allSatisfy { $0.topic == HeardEnvelope.sample("").topic })
            #expect(try await store.texts(of: town) == ["body of c"])
            #expect(
                try await store.read { try $0.channels() } == [
                    police: ChannelState(head: FeedOffset(4), floor: .start),
                    town: ChannelState(head: FeedOffset(1), floor: .start),
                ]
            )
            #expect(try await store.read { try $0.feedHead() } == .start)
        }
    }

    @Test("an envelope that is known keeps its number and its content", arguments: StoreUnderTest.allCases)
    func kept(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let numbers = try await store.write { transaction in
                try ["a", "b", "a"].map { try transaction.keep(.sample($0)) }
            }
            #expect(numbers == [1, 2, 1])
            #expect(try await store.write { try $0.keep(.sample("b", body: "another")) } == 2)
            let other = HeardEnvelope(
                source: "urn:kvo:planning",
                id: "a",
                topic: "e/",
                subject: "",
                body: Data(),
                heardAt: .sample(3)
            )
            #expect(try await store.write { try $0.keep(other) } == 3)
            let all = try await store.read { try $0.envelopes(after: 0, limit: 9).map(\.envelope) }
            #expect(all == [.sample("a"), .sample("b"), other])
            let some = try await store.read { try $0.envelopes(after: 1, limit: 1).map(\.number) }
            #expect(some == [2])
            for number in [3, 7, .max] as [Int64] {
                let none = try await store.read { try $0.envelopes(after: number, limit: .max) }
                #expect(none.isEmpty)
            }
        }
    }

    @Test("a channel takes an envelope once", arguments: StoreUnderTest.allCases)
    func once(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            let offsets = try await store.write { transaction in
                try ["a", "a", "b", "a"].map { try transaction.deliver(.sample($0), to: channel) }
            }
            #expect(offsets == [FeedOffset(1), nil, FeedOffset(2), nil])
            #expect(try await store.write { try $0.deliver(.sample("b"), to: channel) } == nil)
            #expect(try await store.write { try $0.deliver(.sample("c"), to: channel) } == FeedOffset(3))
            #expect(try await store.state(of: channel).head == FeedOffset(3))
        }
    }

    @Test("an envelope that was not kept cannot be delivered", arguments: StoreUnderTest.allCases, [0, -1, 2, .max])
    func unknown(kind: StoreUnderTest, number: Int64) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                _ = try transaction.keep(.sample("a"))
                #expect(throws: EventStoreError.unknownEnvelope(number)) {
                    try transaction.deliver(envelope: number, to: channel, at: .sample(0))
                }
            }
            #expect(try await store.read { try $0.channels().isEmpty })
        }
    }

    @Test("a delivery that was taken back never was", arguments: StoreUnderTest.allCases)
    func takenBack(kind: StoreUnderTest) async throws {
        let (police, town) = (try ChannelName.sample("politie-mn"), try ChannelName.sample("gemeente-gm0344"))
        try await kind.with { store in
            try await store.deliver("a", to: police)
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    for channel in [police, town] { try transaction.deliver(.sample("b"), to: channel) }
                    try transaction.trim(police, upTo: FeedOffset(2))
                    throw ChangeOfMind()
                }
            }
            #expect(
                try await store.read { try $0.channels() } == [
                    police: ChannelState(head: FeedOffset(1), floor: .start)
                ]
            )
            #expect(try await store.write { try $0.keep(.sample("c")) } == 2)
            try await store.deliver("c", "b", to: police)
            #expect(try await store.texts(of: police) == ["body of a", "body of c", "body of b"])
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
            (after: 0, limit: -1, maxBytes: 99, offsets: []),
            (after: 0, limit: 9, maxBytes: 18, offsets: [1, 2]),
            (after: 0, limit: 9, maxBytes: 17, offsets: [1]),
            (after: 0, limit: 9, maxBytes: 0, offsets: [1]),
            (after: 7, limit: 9, maxBytes: 99, offsets: []),
            (after: .max, limit: .max, maxBytes: .max, offsets: []),
        ] as [(after: Int64, limit: Int, maxBytes: Int, offsets: [Int64])]
    )
    func limits(kind: StoreUnderTest, fetch: (after: Int64, limit: Int, maxBytes: Int, offsets: [Int64])) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.deliver("a", "b", "c", to: channel)
            let entries = try await store.read {
                try $0.entries(
                    of: channel,
                    after: FeedOffset(fetch.after),
                    limit: fetch.limit,
                    maxBytes: fetch.maxBytes
                )
            }
            #expect(entries.map(\.offset.value) == fetch.offsets)
        }
    }

    @Test(
        "trimming ends the serving of entries, never moves back and stops at the head",
        arguments: StoreUnderTest.allCases
    )
    func trim(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.deliver("a", "b", "c", to: channel)
            try await store.write { try $0.trim(channel, upTo: FeedOffset(2)) }
            try await store.write { try $0.trim(channel, upTo: FeedOffset(1)) }
            #expect(try await store.state(of: channel) == ChannelState(head: FeedOffset(3), floor: FeedOffset(2)))
            #expect(try await store.texts(of: channel) == ["body of c"])
            #expect(try await store.texts(of: channel, after: FeedOffset(3)).isEmpty)
            #expect(
                try await store.read { try $0.deliveries(of: channel, after: .start, since: nil, limit: 9) }.count == 3
            )
            try await store.write { try $0.trim(channel, upTo: FeedOffset(99)) }
            try await store.deliver("d", "a", to: channel)
            #expect(try await store.state(of: channel) == ChannelState(head: FeedOffset(4), floor: FeedOffset(3)))
            #expect(try await store.texts(of: channel) == ["body of d"])
            let none = try ChannelName.sample("nobody")
            try await store.write { try $0.trim(none, upTo: FeedOffset(1)) }
            #expect(try await store.state(of: none) == .none)
        }
    }

    @Test("the disclosure log tells what went out since a date, with its digest", arguments: StoreUnderTest.allCases)
    func disclosure(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                for (second, id) in zip(Int64(10)..., ["a", "b", "c", "d"]) {
                    try transaction.deliver(.sample(id, body: id + id), to: channel, at: .sample(second))
                }
            }
            let all = try await store.read { try $0.deliveries(of: channel, after: .start, since: nil, limit: 9) }
            #expect(all.map(\.offset.value) == [1, 2, 3, 4])
            #expect(
                all.last
                    == Delivery(
                        offset: FeedOffset(4),
                        at: .sample(13),
                        source: "urn:kvo:certification",
                        id: "d",
                        topic: HeardEnvelope.sample("").topic,
                        digest: SHA256Digest(of: "dd").bytes,
                        byteCount: 2
                    )
            )
            let late = try await store.read {
                try $0.deliveries(of: channel, after: .start, since: .sample(12), limit: 9)
            }
            #expect(late == Array(all.dropFirst(2)))
            let page = try await store.read {
                try $0.deliveries(of: channel, after: FeedOffset(1), since: nil, limit: 2)
            }
            #expect(page == Array(all[1...2]))
            let next = try await store.read {
                try $0.deliveries(of: channel, after: FeedOffset(3), since: .sample(12), limit: 1)
            }
            #expect(next == [all[3]])
        }
    }

    @Test("a change is told once after the commit, and none when nothing was kept", arguments: StoreUnderTest.allCases)
    func changes(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            var changes = store.changes.makeAsyncIterator()
            try await store.deliver("a", to: channel)
            try await store.deliver("b", to: channel)
            #expect(await changes.next() != nil)
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try transaction.deliver(.sample("c"), to: channel)
                    throw ChangeOfMind()
                }
            }
            try await store.write { transaction in
                try? transaction.attempt {
                    try transaction.deliver(.sample("c"), to: channel)
                    throw ChangeOfMind()
                }
                _ = try transaction.keep(.sample("a"))
            }
            // Closing ends the stream; a change that was told meanwhile would come before the end.
            try await store.close()
            #expect(await changes.next() == nil)
        }
    }
}
