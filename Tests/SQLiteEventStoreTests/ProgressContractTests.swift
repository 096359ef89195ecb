import EventSourcing
import FoundationEssentials
import Testing

@Suite("Documents and progress in any store")
struct ProgressContractTests {
    static let areas = DocumentCollection("areas", .derived)

    @Test("documents come in the order of their keys' bytes, by prefix", arguments: StoreUnderTest.allCases)
    func order(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            // "é" is written in two ways here: one character, and "e" with an accent after it.
            let keys = ["b", "a/2", "a/10", "a", "\u{E9}", "e\u{301}", "A", "a0", "a/"]
            try await store.write { transaction in
                for key in keys { try transaction.put(Data(key.utf8), at: key, in: Self.areas) }
            }
            let all = try await store.read { try $0.documents(in: Self.areas, prefix: "") }
            #expect(
                all.map { Array($0.key.utf8) }
                    == keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
            )
            #expect(all.allSatisfy { $0.body == Data($0.key.utf8) })
            let some = try await store.read { try $0.documents(in: Self.areas, prefix: "a/") }
            #expect(some.map(\.key) == ["a/", "a/10", "a/2"])
            #expect(try await store.read { try $0.documents(in: Self.areas, prefix: "c") }.isEmpty)
        }
    }

    @Test("derived and personal documents of one name are apart", arguments: StoreUnderTest.allCases)
    func content(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let personal = DocumentCollection(Self.areas.name, .personal)
            try await store.write { transaction in
                try transaction.put(Data("row".utf8), at: "a", in: Self.areas)
                try transaction.put(Data("person".utf8), at: "a", in: personal)
                try transaction.clear(Self.areas)
            }
            #expect(try await store.read { try $0.document("a", in: Self.areas) } == nil)
            #expect(try await store.read { try $0.document("a", in: personal) } == Data("person".utf8))
        }
    }

    @Test("a document is replaced and deleted; deleting none is nothing", arguments: StoreUnderTest.allCases)
    func replace(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.put(Data("old".utf8), at: "a", in: Self.areas)
                try transaction.put(Data(), at: "a", in: Self.areas)
                try transaction.put(Data("b".utf8), at: "b", in: Self.areas)
                try transaction.removeDocument("b", in: Self.areas)
                try transaction.removeDocument("c", in: Self.areas)
            }
            #expect(
                try await store.read { try $0.documents(in: Self.areas, prefix: "") } == [
                    StoredDocument(key: "a", body: Data())
                ]
            )
        }
    }

    @Test("an event of another source is known by its source and identifier", arguments: StoreUnderTest.allCases)
    func inbox(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            try await store.write { transaction in
                try transaction.markReceived(id: "7", from: "planning")
                try transaction.markReceived(id: "7", from: "planning")
            }
            #expect(try await store.read { try $0.hasReceived(id: "7", from: "planning") })
            #expect(try await store.read { try !$0.hasReceived(id: "7", from: "analysis") })
            #expect(try await store.read { try !$0.hasReceived(id: "8", from: "planning") })
        }
    }

    @Test("a cursor is unknown until set, and may begin anew in another epoch", arguments: StoreUnderTest.allCases)
    func cursors(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            #expect(try await store.read { try $0.cursor(in: "planning") } == nil)
            let old = FeedCursor(epoch: Epoch(), offset: FeedOffset(12))
            let new = FeedCursor(epoch: Epoch(), offset: .start)
            for cursor in [old, new] {
                try await store.write { try $0.setCursor(cursor, in: "planning") }
                #expect(try await store.read { try $0.cursor(in: "planning") } == cursor)
            }
            #expect(try await store.read { try $0.cursor(in: "analysis") } == nil)
        }
    }

    @Test("the answer once given under a key stays the answer", arguments: StoreUnderTest.allCases)
    func replies(kind: StoreUnderTest) async throws {
        try await kind.with { store in
            let key = UUID()
            let answer = StoredReply(requestDigest: Data([1, 2, 3]), body: Data(#"{"revision":1}"#.utf8))
            try await store.write { try $0.keepReply(answer, for: key) }
            try await store.write { try $0.keepReply(StoredReply(requestDigest: Data(), body: Data()), for: key) }
            #expect(try await store.read { try $0.reply(for: key) } == answer)
            #expect(try await store.read { try $0.reply(for: UUID()) } == nil)
        }
    }
}
