import EventSourcing
import FoundationEssentials
import Testing

/// Stores the events of ``Door``; an early form called a closed door `shut`.
private struct DoorCodec: EventCodec {
    private let upcasters = UpcasterChain([Upcaster(from: "door-shut.v1", to: "door-closed.v1") { $0 }])

    func encode(_ event: Door.Event) throws -> (type: String, payload: Data) {
        ("door-\(event.rawValue).v1", Data("{}".utf8))
    }

    func decode(type: String, payload: Data) throws -> Door.Event {
        let (type, _) = try upcasters.newest(type: type, payload: payload)
        guard
            let name = type.split(separator: "-").last?.split(separator: ".").first,
            let event = Door.Event(rawValue: String(name))
        else { throw EventStoreError.damaged("the event type \(type) is unknown") }
        return event
    }
}

@Suite("Execution of a command")
struct ExecutionTests {
    private let store = InMemoryEventStore()
    private let door = StreamName("door", "front")
    private let metadata = EventMetadata(
        correlation: UUID(),
        causation: UUID(),
        actor: "caretaker",
        recordedAt: Instant(microseconds: 1)
    )

    private func execute(
        _ command: Door.Command,
        expecting: ExpectedRevision = .any
    ) async throws -> Execution<Door.Event> {
        try await store.write { [metadata, door] transaction in
            try transaction.execute(
                Door(),
                command,
                on: door,
                codec: DoorCodec(),
                expecting: expecting,
                metadata: metadata
            )
        }
    }

    private func storedTypes() async throws -> [String] {
        try await store.read { [door] in try $0.events(in: door, after: .none).map(\.event.type) }
    }

    @Test("what was decided is appended, with who and why beside it")
    func appended() async throws {
        let opened = try await execute(.open)
        #expect(opened.revision == Revision(1))
        #expect(opened.events.map(\.event) == [.opened])
        #expect(opened.events.map(\.recorded.event.metadata) == [metadata])
        let closed = try await execute(.close, expecting: .exactly(opened.revision))
        #expect(closed.revision == Revision(2))
        let types = try await storedTypes()
        #expect(types == ["door-opened.v1", "door-closed.v1"])
    }

    @Test("a command that was carried out already appends nothing and tells the revision")
    func nothingLeft() async throws {
        _ = try await execute(.open)
        let again = try await execute(.open)
        #expect(again.events.isEmpty)
        #expect(again.revision == Revision(1))
        #expect(try await storedTypes() == ["door-opened.v1"])
    }

    @Test("a refusal leaves the stream as it was")
    func refused() async throws {
        _ = try await execute(.lock)
        await #expect(throws: Door.Refusal.locked) { try await execute(.open) }
        let types = try await storedTypes()
        #expect(types == ["door-locked.v1"])
    }

    @Test(
        "one who asks by an old revision is refused before anything is decided",
        arguments: [Door.Command.open, .lock]
    )
    func stale(command: Door.Command) async throws {
        _ = try await execute(.open)
        _ = try await execute(.close)
        let stale = EventStoreError.wrongRevision(stream: door, expected: Revision(1), actual: Revision(2))
        await #expect(throws: stale) { try await execute(command, expecting: .exactly(Revision(1))) }
        let types = try await storedTypes()
        #expect(types == ["door-opened.v1", "door-closed.v1"])
    }

    @Test("an old form of an event is read as the newest")
    func upcast() async throws {
        let old = ["door-opened.v1", "door-shut.v1"].map {
            NewEvent(id: UUID(), type: $0, payload: Data(), metadata: metadata)
        }
        try await store.write { [door] in _ = try $0.append(old, to: door, expecting: .exactly(.none)) }
        let loaded = try await store.read { [door] in try $0.load(Door(), from: door, codec: DoorCodec()) }
        #expect(loaded.state == .closed)
        #expect(loaded.revision == Revision(2))
    }

    @Test("an event of an unknown type is damage, not a guess")
    func unknown() async throws {
        let stray = NewEvent(id: UUID(), type: "door-painted.v1", payload: Data(), metadata: metadata)
        try await store.write { [door] in _ = try $0.append([stray], to: door, expecting: .any) }
        await #expect(throws: EventStoreError.damaged("the event type door-painted.v1 is unknown")) {
            try await execute(.open)
        }
    }
}
