import EventSourcing
import FoundationEssentials
import Testing

@Suite("An attempt inside a transaction of any store")
struct AttemptContractTests {
    @Test("an attempt that throws takes back what it did and nothing else", arguments: StoreUnderTest.allCases)
    func one(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.publish(topic: "e/") { _ in Data("one".utf8) }
                try transaction.deliver(.sample("a"), to: channel)
                #expect(throws: ChangeOfMind()) {
                    try transaction.attempt {
                        try transaction.publish(topic: "e/") { _ in Data("never".utf8) }
                        try transaction.deliver(.sample("never"), to: channel)
                        throw ChangeOfMind()
                    }
                }
                let offset = try transaction.attempt { try transaction.deliver(.sample("b"), to: channel) }
                #expect(offset == FeedOffset(2))
                try transaction.publish(topic: "e/") { _ in Data("two".utf8) }
            }
            #expect(try await store.feedTexts() == [1: "one", 2: "two"])
            #expect(try await store.texts(of: channel) == ["body of a", "body of b"])
            #expect(try await store.read { try $0.envelopes(after: 0, limit: 9).map(\.number) } == [1, 2])
        }
    }

    @Test("an attempt inside another ends alone, or with the outer one", arguments: StoreUnderTest.allCases)
    func nested(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.attempt {
                    try transaction.deliver(.sample("outer"), to: channel)
                    try? transaction.attempt {
                        try transaction.deliver(.sample("inner"), to: channel)
                        try transaction.attempt { try transaction.deliver(.sample("innermost"), to: channel) }
                        throw ChangeOfMind()
                    }
                    try transaction.deliver(.sample("after"), to: channel)
                }
                try? transaction.attempt {
                    try transaction.attempt { try transaction.deliver(.sample("gone too"), to: channel) }
                    throw ChangeOfMind()
                }
                try transaction.deliver(.sample("last"), to: channel)
            }
            #expect(try await store.texts(of: channel) == ["body of outer", "body of after", "body of last"])
            #expect(try await store.state(of: channel).head == FeedOffset(3))
        }
    }

    @Test("a transaction that throws takes back its attempts as well", arguments: StoreUnderTest.allCases)
    func whole(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try transaction.attempt { try transaction.deliver(.sample("a"), to: channel) }
                    throw ChangeOfMind()
                }
            }
            let (channels, envelopes) = try await store.read { reader in
                (try reader.channels().count, try reader.envelopes(after: 0, limit: 9).count)
            }
            #expect(channels == 0 && envelopes == 0)
        }
    }

    @Test("an identifier that was taken back may come again about something else", arguments: StoreUnderTest.allCases)
    func again(kind: StoreUnderTest) async throws {
        let channel = try ChannelName.sample()
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.deliver(.sample("a", subject: "x"), to: channel)
                try? transaction.attempt {
                    try transaction.deliver(.sample("b", subject: "x"), to: channel)
                    throw ChangeOfMind()
                }
                try transaction.deliver(.sample("b", subject: "y"), to: channel)
                try transaction.deliver(.sample("c", subject: "x"), to: channel)
            }
            let snapshot = try await store.read {
                try $0.snapshot(of: channel, after: .start, asOf: FeedOffset(9), limit: 9, maxBytes: .max)
            }
            #expect(snapshot.map(\.offset.value) == [2, 3])
        }
    }
}
