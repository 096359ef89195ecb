import EventSourcing
import FoundationEssentials
import Testing

@Suite("A transaction of any store")
struct TransactionContractTests {
    static let rows = DocumentCollection("areas", .derived)
    static let contacts = DocumentCollection("contacts", .personal)

    /// Changes everything that a transaction can change.
    @Sendable
    private static func changeEverything(_ transaction: any StoreTransaction, as text: String) throws {
        _ = try transaction.append([.sample(text)], to: .park, expecting: .any)
        try transaction.publish(topic: "e/") { _ in Data(text.utf8) }
        try transaction.acknowledge(consumer: "analysis", upTo: FeedOffset(Int64(text.count)))
        try transaction.put(Data(text.utf8), at: "a", in: rows)
        try transaction.removeDocument("b", in: rows)
        try transaction.clear(contacts)
        try transaction.markReceived(id: text, from: "planning")
        try transaction.setCursor(FeedCursor(epoch: Epoch(), offset: FeedOffset(9)), in: "planning")
        try transaction.keepReply(StoredReply(requestDigest: Data(), body: Data(text.utf8)), for: UUID())
        try transaction.setCheckpoint(ProjectionCheckpoint(version: 7, position: Position(7)), of: "areas")
    }

    /// All that can be read, in a form that can be compared.
    @Sendable
    private static func everything(_ reader: any StoreReader) throws -> [String] {
        [
            "\(try reader.events(after: .start, limit: .max))",
            "\(try reader.feed(after: .start, limit: .max, maxBytes: .max)) \(try reader.feedHead())",
            "\(try reader.acknowledgements().sorted { $0.key < $1.key })",
            "\(try reader.documents(in: rows, prefix: "")) \(try reader.documents(in: contacts, prefix: ""))",
            "\(try ["first", "second"].map { try reader.hasReceived(id: $0, from: "planning") })",
            "\(String(describing: try reader.cursor(in: "planning")))",
            "\(String(describing: try reader.checkpoint(of: "areas")))",
        ]
    }

    @Test("a closure that throws keeps nothing", arguments: StoreUnderTest.allCases)
    func thrown(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let key = UUID()
            try await store.write { transaction in
                try transaction.put(Data(), at: "b", in: Self.rows)
                try transaction.put(Data("mail".utf8), at: "c", in: Self.contacts)
                try Self.changeEverything(transaction, as: "first")
                try transaction.put(Data("again".utf8), at: "b", in: Self.rows)
                try transaction.put(Data("mail".utf8), at: "c", in: Self.contacts)
            }
            let before = try await store.read(Self.everything)
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    try Self.changeEverything(transaction, as: "second")
                    try transaction.keepReply(StoredReply(requestDigest: Data(), body: Data()), for: key)
                    #expect(try Self.everything(transaction) != before)
                    throw ChangeOfMind()
                }
            }
            #expect(try await store.read(Self.everything) == before)
            #expect(try await store.read { try $0.reply(for: key) } == nil)
            try await store.write { try Self.changeEverything($0, as: "second") }
            #expect(try await store.read { try $0.revision(of: .park) } == Revision(2))
        }
    }

    @Test("an event that was taken back may be appended again", arguments: StoreUnderTest.allCases)
    func again(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let event = NewEvent.sample()
            await #expect(throws: ChangeOfMind()) {
                try await store.write { transaction in
                    _ = try transaction.append([event], to: .park, expecting: .any)
                    throw ChangeOfMind()
                }
            }
            let recorded = try await store.append(event, to: .shops)
            #expect(recorded.position == Position(1))
        }
    }

    @Test("a transaction reads what it wrote", arguments: StoreUnderTest.allCases)
    func ownChanges(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { transaction in
                try Self.changeEverything(transaction, as: "first")
                #expect(try transaction.revision(of: .park) == Revision(1))
                #expect(try transaction.feedHead() == FeedOffset(1))
                #expect(try transaction.document("a", in: Self.rows) == Data("first".utf8))
                #expect(try transaction.hasReceived(id: "first", from: "planning"))
            }
        }
    }

    @Test("a closed store refuses all use, and closing it again does nothing", arguments: StoreUnderTest.allCases)
    func closed(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.close()
            try await store.close()
            await #expect(throws: EventStoreError.closed) { try await store.append(.sample(), to: .park) }
            await #expect(throws: EventStoreError.closed) { _ = try await store.read { try $0.feedHead() } }
        }
    }

    @Test("a cancelled task does not begin a write", arguments: StoreUnderTest.allCases)
    func cancelled(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            await withTaskGroup(of: Void.self) { group in
                group.cancelAll()
                group.addTask {
                    await #expect(throws: CancellationError.self) { try await store.append(.sample(), to: .park) }
                }
            }
            let revision = try await store.read { try $0.revision(of: .park) }
            #expect(revision == .none)
        }
    }
}
