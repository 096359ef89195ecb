import EventSourcing
import FoundationEssentials
import Testing

@Suite("A copy of a store in memory")
struct InMemoryEventStoreTests {
    private func publish(_ text: String, to store: InMemoryEventStore) async throws {
        _ = try await store.write { try $0.publish(topic: "e/") { _ in Data(text.utf8) } }
    }

    private func texts(_ store: InMemoryEventStore) async throws -> [String] {
        try await store.read { reader in
            try reader.feed(after: .start, limit: .max, maxBytes: .max).map { String(decoding: $0.body, as: UTF8.self) }
        }
    }

    @Test("holds what the original held then, and neither sees what the other does later")
    func apart() async throws {
        let original = InMemoryEventStore()
        try await publish("one", to: original)
        let copy = try InMemoryEventStore(copying: original)
        try await publish("two", to: original)
        try await publish("other", to: copy)
        #expect(try await texts(original) == ["one", "two"])
        #expect(try await texts(copy) == ["one", "other"])
        #expect(copy.epoch == original.epoch)
    }

    @Test("that is restored has the new epoch it was given")
    func restored() async throws {
        let original = InMemoryEventStore()
        try await publish("one", to: original)
        let epoch = Epoch()
        let restored = try InMemoryEventStore(copying: original, epoch: epoch)
        #expect(restored.epoch == epoch && epoch != original.epoch)
        #expect(try await texts(restored) == ["one"])
    }

    @Test("cannot be made of a store that is closed")
    func closed() async throws {
        let original = InMemoryEventStore()
        try await original.close()
        #expect(throws: EventStoreError.closed) { _ = try InMemoryEventStore(copying: original) }
    }

    @Test(
        "knows the digest of a body of any length",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
            (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ]
    )
    func digest(count: Int, hex: String) async throws {
        let channel = try #require(ChannelName("a"))
        let store = InMemoryEventStore()
        let deliveries = try await store.write { transaction in
            let envelope = HeardEnvelope(
                source: "urn:x",
                id: "1",
                topic: "e/",
                subject: "",
                body: Data(String(repeating: "a", count: count).utf8),
                heardAt: Instant(microseconds: 0)
            )
            _ = try transaction.deliver(envelope: try transaction.keep(envelope), to: channel, at: envelope.heardAt)
            return try transaction.deliveries(of: channel, after: .start, since: nil, limit: 1)
        }
        let digits = deliveries.first?.digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        #expect(digits?.joined() == hex)
    }
}
