import EventSourcing
import FoundationEssentials
import SQLiteEventStore
import TestSupport
import Testing

/// Each implementation of the store; all of them pass the same tests.
enum StoreUnderTest: CaseIterable, CustomTestStringConvertible {
    case inMemory
    case sqlite

    var testDescription: String {
        switch self {
        case .inMemory: "in memory"
        case .sqlite: "SQLite"
        }
    }

    func with(_ body: (any EventStore) async throws -> Void) async throws {
        switch self {
        case .inMemory:
            try await body(InMemoryEventStore())
        case .sqlite:
            try await withTemporaryDirectory { directory in
                let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
                try await body(store)
                try await store.close()
            }
        }
    }
}

/// What a closure throws that changes its mind.
struct ChangeOfMind: Error, Equatable {}

extension NewEvent {
    /// An event as a plug-in would record it.
    static func sample(
        _ payload: String = "{}",
        id: UUID = UUID(),
        type: String = "nl.kvo.gebied-aangemeld.v1"
    ) -> NewEvent {
        NewEvent(
            id: id,
            type: type,
            payload: Data(payload.utf8),
            metadata: EventMetadata(
                correlation: UUID(),
                causation: UUID(),
                actor: "gm0344 projectleider",
                recordedAt: Instant(microseconds: 1_795_000_000_123_456)
            )
        )
    }
}

extension StreamName {
    static let park = StreamName("area", "gm0344-0001")
    static let shops = StreamName("area", "gm0344-0002")
}

extension EventStore {
    /// Appends one event and returns it as stored.
    @discardableResult
    func append(_ event: NewEvent, to stream: StreamName) async throws -> RecordedEvent {
        try await write { try #require(try $0.append([event], to: stream, expecting: .any).first) }
    }

    /// Publishes texts under one topic, in one transaction.
    func publish(_ texts: String..., topic: String = "e/registry/gm0344/") async throws {
        try await write { transaction in
            for text in texts { try transaction.publish(topic: topic) { _ in Data(text.utf8) } }
        }
    }

    /// The offsets and texts of the whole feed.
    func feedTexts() async throws -> [Int64: String] {
        let entries = try await read { try $0.feed(after: .start, limit: .max, maxBytes: .max) }
        return Dictionary(
            uniqueKeysWithValues: entries.map { ($0.offset.value, String(decoding: $0.body, as: UTF8.self)) }
        )
    }
}
