import Testing

@testable import ZeroMQ

@Suite("A subscription", .timeLimit(.minutes(1)))
struct SubscriptionTests {
    @Test("every one of two thousand topics of one subscriber reaches the publisher", arguments: Wire.allCases)
    func manyTopics(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let publisher = try await Station.open(ioThread, .xpub)
            let subscriber = try await Station.open(ioThread, .sub)
            for number in 0..<2000 { try await subscriber.subscribe("e/\(number)/") }
            try await subscriber.connect(try await publisher.bind(folder.endpoint(wire)))
            let changes = await publisher.received(atLeast: 2000).compactMap(SubscriptionChange.init)
            #expect(Set(changes) == Set((0..<2000).map { .subscribed(.init(text: "e/\($0)/")) }))
        }
    }

    @Test("a subscriber that is paused still subscribes again when the publisher comes back", arguments: Wire.allCases)
    func resubscription(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let first = try await Station.open(ioThread, .xpub)
            let endpoint = try await first.bind(folder.endpoint(wire))
            let subscriber = try await Station.open(ioThread, .sub)
            try await subscriber.subscribe("e/")
            try await subscriber.setReading(false)
            try await subscriber.connect(endpoint)
            #expect(await first.received(atLeast: 1) == [[[1] + .init(text: "e/")]])
            try await first.close()
            let second = try await Station.open(ioThread, .xpub)
            try await second.bind(endpoint)
            #expect(await second.received(atLeast: 1) == [[[1] + .init(text: "e/")]])
            #expect(try await second.send([.init(text: "e/1")]) == .sent)
            try await subscriber.setReading(true)
            #expect(await subscriber.received(atLeast: 1) == [[.init(text: "e/1")]])
        }
    }

    @Test("anything else a peer sends upstream is not taken for a subscription")
    func reading() {
        #expect(SubscriptionChange([[1]]) == .subscribed([]))
        #expect(SubscriptionChange([[0, 5]]) == .unsubscribed([5]))
        for frames: Frames in [[], [[]], [[2, 5]], [[1, 5], []], [[255]]] {
            #expect(SubscriptionChange(frames) == nil)
        }
    }
}
