import EventSourcing
import FoundationEssentials
import Testing

@Suite("What any store has parked")
struct ParkingContractTests {
    @Test("parked entries come by feed and offset, whole", arguments: StoreUnderTest.allCases)
    func order(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let entries: [ParkedEntry] = [
                .sample(12), .sample(3, of: "analysis"), .sample(2), .sample(7, subject: "g0002"),
            ]
            try await store.write { transaction in
                for entry in entries { try transaction.park(entry) }
            }
            let planning = [entries[2], entries[3], entries[0]]
            #expect(try await store.read { try $0.parked(of: "planning", limit: 9) } == planning)
            #expect(try await store.read { try $0.parked(of: nil, limit: 9) } == [entries[1]] + planning)
            #expect(try await store.read { try $0.parked(of: nil, limit: 2) } == [entries[1], entries[2]])
            #expect(try await store.read { try $0.parked(of: "registry", limit: 9) }.isEmpty)
            #expect(try await store.read { try $0.parked(of: nil, limit: 0) }.isEmpty)
        }
    }

    @Test("a subject is parked as long as one of its entries is", arguments: StoreUnderTest.allCases)
    func subjects(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.park(.sample(1))
                try transaction.park(.sample(2))
                try transaction.park(.sample(3, subject: ""))
            }
            let isParked = { @Sendable (subject: String, feed: String) in
                try await store.read { try $0.isParked(subject: subject, of: feed) }
            }
            #expect(try await isParked("g0001", "planning"))
            #expect(try await !isParked("g0001", "analysis"))
            #expect(try await !isParked("g0002", "planning"))
            #expect(try await !isParked("", "planning"))
            try await store.write { try $0.unpark(feed: "planning", offset: FeedOffset(1)) }
            try await store.write { try $0.unpark(feed: "planning", offset: FeedOffset(1)) }
            #expect(try await isParked("g0001", "planning"))
            try await store.write { try $0.unpark(feed: "planning", offset: FeedOffset(2)) }
            #expect(try await !isParked("g0001", "planning"))
            #expect(try await store.read { try $0.parked(of: nil, limit: 9) }.map(\.offset.value) == [3])
        }
    }

    @Test("parking an entry again replaces what is known of it", arguments: StoreUnderTest.allCases)
    func replaced(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let again = ParkedEntry.sample(1, subject: "g0002", reason: "still not known", attempts: 6)
            try await store.write { try $0.park(.sample(1)) }
            try await store.write { try $0.park(again) }
            #expect(try await store.read { try $0.parked(of: nil, limit: 9) } == [again])
            #expect(try await store.read { try !$0.isParked(subject: "g0001", of: "planning") })
            #expect(try await store.read { try $0.isParked(subject: "g0002", of: "planning") })
        }
    }

    @Test("what was parked or unparked and taken back is as it was", arguments: StoreUnderTest.allCases)
    func takenBack(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { try $0.park(.sample(1)) }
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try transaction.park(.sample(1, reason: "another"))
                    try transaction.unpark(feed: "planning", offset: FeedOffset(1))
                    try transaction.park(.sample(2, subject: "g0002"))
                    throw ChangeOfMind()
                }
            }
            #expect(try await store.read { try $0.parked(of: nil, limit: 9) } == [.sample(1)])
            #expect(try await store.read { try $0.isParked(subject: "g0001", of: "planning") })
            #expect(try await store.read { try !$0.isParked(subject: "g0002", of: "planning") })
        }
    }
}
