import EventSourcing
import FoundationEssentials
import Testing

@Suite("The log of any store")
struct LogContractTests {
    @Test("what is appended is read back as it was", arguments: StoreUnderTest.allCases)
    func readBack(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let events = [NewEvent.sample(#"{"naam":"Lage Weide – Noord"}"#), .sample(""), .sample("\u{0}\u{FFFD}")]
            let recorded = try await store.write { try $0.append(events, to: .park, expecting: .exactly(.none)) }
            #expect(recorded.map(\.event) == events)
            #expect(recorded.map(\.position.value) == [1, 2, 3])
            #expect(recorded.map(\.revision.value) == [1, 2, 3])
            #expect(recorded.allSatisfy { $0.stream == .park })
            #expect(try await store.read { try $0.events(in: .park, after: .none) } == recorded)
            #expect(try await store.read { try $0.events(after: .start, limit: 10) } == recorded)
            #expect(try await store.read { try $0.revision(of: .park) } == Revision(3))
        }
    }

    @Test("streams are counted apart and the log together", arguments: StoreUnderTest.allCases)
    func streams(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            for stream in [StreamName.park, .shops, .park, .park] { try await store.append(.sample(), to: stream) }
            #expect(
                try await store.read { try $0.events(in: .park, after: Revision(1)) }.map(\.position.value) == [3, 4]
            )
            #expect(try await store.read { try $0.events(in: .shops, after: .none) }.map(\.revision.value) == [1])
            #expect(
                try await store.read { try $0.events(after: Position(1), limit: 2) }.map(\.position.value) == [2, 3]
            )
            #expect(try await store.read { try $0.events(after: Position(4), limit: 2) }.isEmpty)
            #expect(try await store.read { try $0.events(after: .start, limit: 0) }.isEmpty)
            #expect(try await store.read { try $0.revision(of: StreamName("area", "unknown")) } == .none)
        }
    }

    @Test("an identifier with slashes keeps its stream", arguments: StoreUnderTest.allCases)
    func slashes(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let stream = StreamName("run", "gm0344/0001//2")
            try await store.append(.sample(), to: stream)
            #expect(try await store.read { try $0.events(after: .start, limit: 1) }.map(\.stream) == [stream])
        }
    }

    @Test("a stale writer is refused and told both revisions", arguments: StoreUnderTest.allCases)
    func stale(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.append(.sample(), to: .park)
            await #expect(throws: EventStoreError.wrongRevision(stream: .park, expected: .none, actual: Revision(1))) {
                try await store.write { try $0.append([.sample()], to: .park, expecting: .exactly(.none)) }
            }
            await #expect(
                throws: EventStoreError.wrongRevision(stream: .park, expected: Revision(2), actual: Revision(1))
            ) {
                try await store.write { try $0.append([], to: .park, expecting: .exactly(Revision(2))) }
            }
            let next = try await store.write { try $0.append([.sample()], to: .park, expecting: .exactly(Revision(1))) }
            #expect(next.map(\.revision.value) == [2])
        }
    }

    @Test(
        "an event that is in the log already is refused whole, and the writer may go on",
        arguments: StoreUnderTest.allCases
    )
    func duplicate(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let event = NewEvent.sample()
            try await store.append(event, to: .park)
            await #expect(throws: EventStoreError.duplicateEvent(event.id)) {
                try await store.append(event, to: .shops)
            }
            try await store.write { transaction in
                let batch = [NewEvent.sample(), .sample(), event]
                #expect(throws: EventStoreError.duplicateEvent(event.id)) {
                    try transaction.append(batch, to: .shops, expecting: .any)
                }
                let twin = NewEvent.sample()
                #expect(throws: EventStoreError.duplicateEvent(twin.id)) {
                    try transaction.append([twin, twin], to: .shops, expecting: .any)
                }
                #expect(try transaction.revision(of: .shops) == .none)
                let recorded = try transaction.append([twin], to: .shops, expecting: .exactly(.none))
                #expect(recorded.map(\.position.value) == [2])
            }
            #expect(try await store.read { try $0.events(after: .start, limit: 9) }.count == 2)
        }
    }

    @Test(
        "concurrent writers are all kept, dense and in order",
        .timeLimit(.minutes(1)),
        arguments: StoreUnderTest.allCases
    )
    func concurrent(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await withThrowingTaskGroup { group in
                for writer in 0..<20 {
                    group.addTask {
                        let stream = StreamName("area", "gm0344-000\(writer % 4)")
                        for number in 0..<10 {
                            try await store.write { transaction in
                                _ = try transaction.append(
                                    [.sample("\(writer).\(number)")],
                                    to: stream,
                                    expecting: .any
                                )
                                try transaction.publish(topic: "e/") { Data("\($0.value)".utf8) }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let log = try await store.read { try $0.events(after: .start, limit: .max) }
            #expect(log.map(\.position.value) == Array(1...200))
            for stream in Set(log.map(\.stream)) {
                #expect(log.filter { $0.stream == stream }.map(\.revision.value) == Array(1...50))
            }
            let payloads = log.map { String(decoding: $0.event.payload, as: UTF8.self) }
            for writer in 0..<20 {
                #expect(payloads.filter { $0.hasPrefix("\(writer).") } == (0..<10).map { "\(writer).\($0)" })
            }
            let feed = try await store.feedTexts()
            #expect(feed.count == 200 && feed.allSatisfy { $0.value == String($0.key) })
        }
    }

    @Test("of many that expect the same revision one wins", .timeLimit(.minutes(1)), arguments: StoreUnderTest.allCases)
    func race(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let winners = await withTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        let won = try? await store.write {
                            try $0.append([.sample()], to: .park, expecting: .exactly(.none))
                        }
                        return won != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let revision = try await store.read { try $0.revision(of: .park) }
            #expect(winners == 1)
            #expect(revision == Revision(1))
        }
    }
}
