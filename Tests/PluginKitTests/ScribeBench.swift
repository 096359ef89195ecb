import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

/// A scribe with a store in memory that hears one feed.
struct ScribeBench {
    static let attempts = PluginRuntime<InMemoryEventStore>.attemptsBeforeParking

    let store: InMemoryEventStore
    let runtime: PluginRuntime<InMemoryEventStore>
    let feed: PluginName
    let epoch = Epoch()

    init(
        _ way: Scribe.Way,
        store: InMemoryEventStore = InMemoryEventStore(),
        failing failure: EventStoreError? = nil
    ) throws {
        self.store = store
        feed = try #require(PluginName("speaker"))
        var scribe = Scribe(name: try #require(PluginName("scribe")), way: way)
        if let failure { scribe.storeFailure = ("b", failure) }
        runtime = PluginRuntime(scribe, store: store, source: try #require(EventSource(system: "scribe")))
    }

    /// An entry whose number is its offset.
    static func entry(_ offset: Int64, about subject: String?) throws -> FeedEntry {
        var event = CloudEvent(id: "event-\(offset)", source: "urn:nld:test:speaker", type: Told.type)
        event.subject = subject
        event.data = .object(["number": .integer(offset), "about": .string(subject ?? "")])
        return FeedEntry(offset: FeedOffset(offset), topic: "e/speaker/-/-/verteld/", body: try event.json())
    }

    /// Entries from an offset on, each about a subject.
    static func entries(_ subjects: [String?], from first: Int64 = 1) throws -> [FeedEntry] {
        try subjects.enumerated().map { try entry(first + Int64($0.offset), about: $0.element) }
    }

    func hear(_ entries: [FeedEntry], attempt: Int = 0) async throws -> [ParkedEntry] {
        try await runtime.apply(entries, of: feed, epoch: epoch, at: Bench.now, attempt: attempt)
    }

    /// Hears as a subscription does: the same entries again and again while they fail.
    func follow(_ entries: [FeedEntry]) async throws -> (parked: [ParkedEntry], failures: Int) {
        for attempt in 0..<Self.attempts {
            if let parked = try? await hear(entries, attempt: attempt) { return (parked, attempt) }
        }
        return (try await hear(entries, attempt: Self.attempts), Self.attempts)
    }

    func retry(_ subject: String? = nil) async throws -> (applied: Int, parked: Int) {
        try await runtime.retryParked(of: "speaker", subject: subject, at: Bench.now)
    }

    func confuse(_ subjects: String...) async throws {
        try await store.write { transaction in
            for subject in subjects { try transaction.put(Data("x".utf8), at: subject, in: Scribe.unclear) }
        }
    }

    func explain(_ subjects: String...) async throws {
        try await store.write { transaction in
            for subject in subjects { try transaction.removeDocument(subject, in: Scribe.unclear) }
        }
    }

    /// The numbers in the order in which they were written down.
    func written() async throws -> [Int] {
        try await store.read { reader in
            try reader.documents(in: Scribe.written, prefix: "").compactMap {
                Int(String(decoding: $0.body, as: UTF8.self))
            }
        }
    }

    func parked() async throws -> [ParkedEntry] { try await store.read { try $0.parked(of: nil, limit: 1000) } }

    func cursor() async throws -> Int64? { try await store.read { try $0.cursor(in: "speaker")?.offset.value } }
}
