import Bus
import CloudEvents
import EventSourcing
import Foundation
import PartnerKit
import TestSupport
import Testing
import ZeroMQ

/// A partner's door over a channel of a store in memory, with keys, on this host's loopback.
struct DoorFixture {
    let store: InMemoryEventStore
    let channel: ChannelName
    let serverKeys: CurveKeyPair
    let partnerKeys: PartnerKeys
    let authenticator: Authenticator
    let thread: IOThread
    let live: Address
    let feed: Address
    let folder: TemporaryDirectory
    let bell = Bell()

    static func run(
        on store: InMemoryEventStore = InMemoryEventStore(),
        _ body: (DoorFixture) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { folder in
            let thread = try IOThread()
            do {
                let fixture = DoorFixture(
                    store: store,
                    channel: try #require(ChannelName("politie-mn")),
                    serverKeys: try CurveKeyPair(),
                    partnerKeys: try PartnerKeys(),
                    authenticator: try await Authenticator.start(on: thread) { _ in },
                    thread: thread,
                    // Of the folder's own, so that a door that opens again is found where it was.
                    live: try Address("ipc://\(folder.file("live"))"),
                    feed: try Address("ipc://\(folder.file("feed"))"),
                    folder: folder
                )
                try fixture.admit()
                try await body(fixture)
            } catch {
                await thread.shutDown()
                throw error
            }
            await thread.shutDown()
        }
    }

    func admit() throws {
        let key = try #require(CurvePublicKey(partnerKeys.publicKey))
        authenticator.admit([key: "politie-mn"], to: "door")
    }

    func shutOut() { authenticator.admit([:], to: "door") }

    /// Serves the channel while a body runs.
    func serving(loss: Double = 0, _ body: () async throws -> Void) async throws {
        var limits = PortLimits()
        limits.liveLoss = loss
        let service = ChannelService(store: store, channel: channel, heads: bell.newHeads(), bell: bell)
        let port = try await FeedPort(service, expecting: ["politie-mn"], limits: limits, on: thread)
        _ = try await port.open(
            at: DoorEndpoints(
                live: .curve(live, authenticator.server("door", keys: serverKeys)),
                feed: .curve(feed, authenticator.server("door", keys: serverKeys))
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await port.run() }
            defer { group.cancelAll() }
            try await body()
        }
    }

    func partner(
        consumer: String = "meldkamer",
        takesSnapshots: Bool = true,
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> KVOPartner {
        KVOPartner(
            door: try PartnerDoor(
                live: live.description,
                feed: feed.description,
                serverKey: serverKeys.publicKey.description
            ),
            keys: partnerKeys,
            consumer: consumer,
            takesSnapshots: takesSnapshots,
            notice: notice
        )
    }

    var positionFile: PositionFile { PositionFile(folder.file("position.json")) }

    /// Puts events into the feed, of which every third has the same subject.
    func publish(_ numbers: ClosedRange<Int>) async throws {
        try await store.write { [channel] transaction in
            for number in numbers {
                var event = CloudEvent(id: "event-\(number)", source: "urn:nld:test:x", type: "nl.kvo.test.v1")
                event.subject = "certificaat/\(number % 3)"
                event.data = .object(["number": .integer(Int64(number))])
                try Self.deliver(try event.json(), id: event.id, event.subject ?? "", to: channel, transaction)
            }
        }
        bell.ring(try await store.read { [channel] in try $0.state(of: channel).head })
    }

    /// Puts something into the feed that is no event.
    func publishNonsense() async throws {
        try await store.write { [channel] in
            try Self.deliver(Data("nonsense".utf8), id: "nonsense", "", to: channel, $0)
        }
    }

    private static func deliver(
        _ body: Data,
        id: String,
        _ subject: String,
        to channel: ChannelName,
        _ transaction: any StoreTransaction
    ) throws {
        let now = Instant(microseconds: 1_795_431_600_000_000)
        let envelope = HeardEnvelope(
            source: "urn:nld:test:x",
            id: id,
            topic: "e/certification/gm0344/gm0344-0001/test/",
            subject: subject,
            body: body,
            heardAt: now
        )
        _ = try transaction.deliver(envelope: try transaction.keep(envelope), to: channel, at: now)
    }

    func trim(upTo offset: Int64) async throws {
        try await store.write { [channel] in try $0.trim(channel, upTo: FeedOffset(offset)) }
    }

    func position(_ offset: Int64) throws -> PartnerPosition {
        try PartnerPosition(epoch: store.epoch.description, offset: offset)
    }
}
