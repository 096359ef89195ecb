import EventSourcing
import Testing

@Suite("The consumers of a channel in any store")
struct ChannelProgressContractTests {
    @Test("a consumer's progress never moves back and tells when it got there", arguments: StoreUnderTest.allCases)
    func progress(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.acknowledge(channel: channel, consumer: "zeta", upTo: FeedOffset(5), at: .sample(1))
                try transaction.acknowledge(channel: channel, consumer: "zeta", upTo: FeedOffset(3), at: .sample(2))
                try transaction.acknowledge(channel: channel, consumer: "alpha", upTo: .start, at: .sample(3))
                try transaction.acknowledge(channel: channel, consumer: "zeta", upTo: FeedOffset(6), at: .sample(4))
            }
            #expect(
                try await store.read { try $0.progress(of: channel) } == [
                    ConsumerProgress(consumer: "alpha", offset: .start, at: .sample(3)),
                    ConsumerProgress(consumer: "zeta", offset: FeedOffset(6), at: .sample(4)),
                ]
            )
            #expect(try await store.read { try $0.acknowledgements().isEmpty })
            #expect(try await store.read { try $0.channels().isEmpty })
        }
    }

    @Test("a feed and a channel have a limited number of consumers, who go on", arguments: StoreUnderTest.allCases)
    func consumers(kind: StoreUnderTest) async throws {
        let (police, town) = (try ChannelName.sample("politie-mn"), try ChannelName.sample("gemeente-gm0344"))
        try await kind.with { store in
            try await store.write { transaction in
                for number in 1...64 {
                    try transaction.acknowledge(consumer: "\(number)", upTo: .start)
                    try transaction.acknowledge(channel: police, consumer: "\(number)", upTo: .start, at: .sample(0))
                }
                #expect(throws: EventStoreError.tooManyConsumers(of: "the feed")) {
                    try transaction.acknowledge(consumer: "65", upTo: .start)
                }
                #expect(throws: EventStoreError.tooManyConsumers(of: "channel politie-mn")) {
                    try transaction.acknowledge(channel: police, consumer: "65", upTo: .start, at: .sample(0))
                }
                try transaction.acknowledge(consumer: "64", upTo: FeedOffset(1))
                try transaction.acknowledge(channel: police, consumer: "64", upTo: FeedOffset(1), at: .sample(0))
                try transaction.acknowledge(channel: town, consumer: "65", upTo: FeedOffset(1), at: .sample(0))
            }
            #expect(try await store.read { try $0.acknowledgements() }.count == 64)
            #expect(try await store.read { try $0.acknowledgements()["64"] } == FeedOffset(1))
            #expect(try await store.read { try $0.progress(of: police) }.count == 64)
            #expect(try await store.read { try $0.progress(of: town) }.count == 1)
        }
    }

    @Test(
        "a consumer that is forgotten makes room for another, and is new when it comes back",
        arguments: StoreUnderTest.allCases
    )
    func forgotten(kind: StoreUnderTest) async throws {
        let (police, town) = (try ChannelName.sample("politie-mn"), try ChannelName.sample("gemeente-gm0344"))
        try await kind.with { store in
            try await store.write { transaction in
                for number in 1...64 {
                    let offset = FeedOffset(Int64(number))
                    try transaction.acknowledge(channel: police, consumer: "\(number)", upTo: offset, at: .sample(0))
                }
                try transaction.acknowledge(channel: town, consumer: "7", upTo: FeedOffset(1), at: .sample(0))
                #expect(try transaction.forget(consumer: "65", of: police) == nil)
                #expect(try transaction.forget(consumer: "7", of: police) == FeedOffset(7))
                #expect(try transaction.forget(consumer: "7", of: police) == nil)
                try transaction.acknowledge(channel: police, consumer: "65", upTo: .start, at: .sample(0))
                #expect(throws: EventStoreError.tooManyConsumers(of: "channel politie-mn")) {
                    try transaction.acknowledge(channel: police, consumer: "7", upTo: .start, at: .sample(0))
                }
                #expect(try transaction.forget(consumer: "8", of: police) == FeedOffset(8))
                try transaction.acknowledge(channel: police, consumer: "7", upTo: FeedOffset(2), at: .sample(1))
            }
            let progress = try await store.read { try $0.progress(of: police) }
            #expect(progress.count == 64)
            #expect(progress.first { $0.consumer == "7" }?.offset == FeedOffset(2))
            #expect(try await store.read { try $0.progress(of: town) }.map(\.offset) == [FeedOffset(1)])
        }
    }

    @Test("a consumer is not forgotten when the transaction fails", arguments: StoreUnderTest.allCases)
    func notForgotten(kind: StoreUnderTest) async throws {
        let police = try ChannelName.sample("politie-mn")
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.acknowledge(channel: police, consumer: "a", upTo: FeedOffset(3), at: .sample(0))
            }
            await #expect(throws: CancellationError.self) {
                try await store.write { transaction in
                    _ = try transaction.forget(consumer: "a", of: police)
                    throw CancellationError()
                }
            }
            #expect(try await store.read { try $0.progress(of: police) }.map(\.consumer) == ["a"])
        }
    }
}
