import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayDoors
import GatewayPlugin
import Logging
import PluginKit
import Scheme
import Testing
import ZeroMQ

@testable import PluginHost

/// A gateway with its doors on this host's loopback, and a messaging thread for its partners.
struct DoorsFixture {
    /// A partner that was admitted, with its keys.
    struct Guest {
        let id: PartnerID
        var keys: CurveKeyPair
        let livePort: Int
        let feedPort: Int
        var channel: ChannelName { get throws { try #require(ChannelName(id.text)) } }
    }

    static let today = CalendarDate("2026-11-23")

    let store: InMemoryEventStore
    let runtime: PluginRuntime<InMemoryEventStore>
    let clock: HostClock
    let serverKeys: CurveKeyPair
    /// The partners' side.
    let thread: IOThread

    /// Runs a gateway on a store until the closure has returned.
    static func run(
        on store: InMemoryEventStore = InMemoryEventStore(),
        with keys: CurveKeyPair? = nil,
        _ body: (DoorsFixture) async throws -> Void
    ) async throws {
        let (inside, outside) = try (IOThread(), IOThread())
        do {
            let authenticator = try await Authenticator.start(on: inside) { _ in }
            let source = try #require(EventSource(system: "gateway"))
            let fixture = DoorsFixture(
                store: store,
                runtime: PluginRuntime(GatewayPlugin(), store: store, source: source),
                clock: HostClock(.settable(from: try #require(today))),
                serverKeys: try keys ?? CurveKeyPair(),
                thread: outside
            )
            let place = HostPlace(
                store: store,
                thread: inside,
                security: (authenticator, fixture.serverKeys),
                doors: "127.0.0.1",
                liveLoss: 0,
                clock: fixture.clock,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await GatewayDoors().run(in: place) }
                defer { group.cancelAll() }
                try await body(fixture)
            }
        } catch {
            await outside.shutDown()
            await inside.shutDown()
            throw error
        }
        await outside.shutDown()
        await inside.shutDown()
    }

    // MARK: The operator

    @discardableResult
    func done<C: CommandContract>(
        _ command: C,
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> CommandReply.Done {
        let issuer = Issuer(organisation: try #require(OrganisationID("gemeente-1")), role: "beheerder")
        let request = CommandRequest(key: UUID(), type: C.name, issuedBy: issuer, body: try JSON.value(of: command))
        let reply = try await runtime.carryOut(request, at: clock.now)
        guard case .done(let done) = reply else {
            Issue.record("\(reply)", sourceLocation: location)
            throw CancellationError()
        }
        return done
    }

    /// Admits a partner and grants it a pattern.
    func admit(
        _ name: String,
        granting pattern: String = "*/*/*/*",
        live: Int? = nil,
        feed: Int? = nil
    ) async throws -> Guest {
        let guest = Guest(
            id: try #require(PartnerID(name)),
            keys: try CurveKeyPair(),
            livePort: try live ?? FreePorts.next(),
            feedPort: try feed ?? FreePorts.next()
        )
        try await readmit(guest, granting: pattern)
        return guest
    }

    /// Admits a partner with the keys and ports that it has.
    func readmit(_ guest: Guest, granting pattern: String = "*/*/*/*") async throws {
        try await done(
            AddPartner(
                partner: guest.id,
                organisation: try #require(OrganisationID("politie")),
                name: guest.id.text,
                key: try #require(PartnerKey(guest.keys.publicKey.description)),
                livePort: guest.livePort,
                feedPort: guest.feedPort
            )
        )
        let grant = try #require(GrantPattern(pattern))
        try await done(GrantTopics(partner: guest.id, pattern: grant, dataClass: .open))
    }

    /// Gives a partner another key, and returns it with that.
    func rotate(_ guest: Guest, overlap days: Int) async throws -> Guest {
        var renewed = guest
        renewed.keys = try CurveKeyPair()
        let key = try #require(PartnerKey(renewed.keys.publicKey.description))
        try await done(RotatePartnerKey(partner: guest.id, key: key, overlapDays: days))
        return renewed
    }

    func summary(of guest: Guest) async throws -> PartnerSummary {
        let query = PartnersQuery(partner: guest.id)
        let reply = try await runtime.answer(QueryRequest(type: PartnersQuery.name, body: try JSON.value(of: query)))
        guard case .done(let done) = reply, let result = done.result else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return try #require(try JSON.decode(PartnerList.self, from: result).partners.first)
    }

    // MARK: Events

    /// Lets the gateway hear events of another service about a municipality.
    func hear(_ offsets: ClosedRange<Int64>, in municipality: String = "gm0344", bytes: Int = 0) async throws {
        for offset in offsets {
            var event = CloudEvent(id: "event-\(offset)", source: "urn:nld:test:certification", type: "nl.kvo.test.v1")
            event.subject = "certificaat/\(offset % 3)"
            event.dataClass = "openbaar"
            event.data = .object(["padding": .string(String(repeating: "x", count: bytes))])
            let topic = "e/certification/\(municipality)/\(municipality)-0001/test/"
            let entry = FeedEntry(offset: FeedOffset(offset), topic: topic, body: try event.json())
            try await runtime.apply([entry], of: .certification, epoch: store.epoch, at: clock.now)
        }
    }

    static func ids(_ offsets: ClosedRange<Int64>) -> [String] { offsets.map { "event-\($0)" } }

    // MARK: The partners

    /// How somebody comes in at a partner's door with keys of their own.
    func source(at door: Guest, as caller: Guest? = nil, consumer: String = "meldkamer") throws -> FeedSource {
        let peer = CurvePeer(serverKey: serverKeys.publicKey, keys: (caller ?? door).keys)
        return FeedSource(
            live: .curve(try Address("tcp://127.0.0.1:\(door.livePort)"), peer),
            feed: .curve(try Address("tcp://127.0.0.1:\(door.feedPort)"), peer),
            consumer: consumer
        )
    }

    func caller(live source: FeedSource) async throws -> Caller {
        let caller = Caller(thread)
        try await caller.connect(.sub, to: source.live)
        return caller
    }

    func caller(feed source: FeedSource) async throws -> Caller {
        let caller = Caller(thread)
        try await caller.connect(.dealer, to: source.feed)
        return caller
    }

    /// What the program in Python is told.
    func pythonArguments(at door: Guest, count: Int = 600) throws -> [String] {
        [
            "tcp://127.0.0.1:\(door.livePort)", "tcp://127.0.0.1:\(door.feedPort)", serverKeys.publicKey.description,
            door.keys.publicKey.description, door.keys.secretText, store.epoch.description, "\(count)",
        ]
    }

    func fetch(from offset: Int64, waitMs: Int = 0) -> FeedRequest {
        .fetch(FeedRequest.Fetch(epoch: store.epoch, from: FeedOffset(offset), waitMs: waitMs))
    }
}
