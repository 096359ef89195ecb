import Bus
import EventSourcing
import TestSupport
import Testing
import ZeroMQ

/// A messaging thread with an authenticator, the keys of one publisher, and the doors that it opens for partners.
struct SecuredBus: Sendable {
    let thread: IOThread
    let authenticator: Authenticator
    let publisher: CurveKeyPair

    /// Lends one and ends it whatever happens.
    static func run(_ body: (SecuredBus) async throws -> Void) async throws {
        try await withBus { thread, _ in
            let authenticator = try await Authenticator.start(on: thread) { _ in }
            try await body(SecuredBus(thread: thread, authenticator: authenticator, publisher: CurveKeyPair()))
        }
    }

    /// Lets keys in at the door of a partner, and nobody else.
    func admit(_ keys: [CurveKeyPair], of partner: String) {
        let users = Dictionary(keys.map { ($0.publicKey, partner) }) { first, _ in first }
        for channel in ["live", "feed"] { authenticator.admit(users, to: "\(channel)/\(partner)") }
    }

    /// The door of a partner, at ports that the system chooses or that were chosen before.
    func endpoints(_ partner: String, at addresses: DoorAddresses? = nil) throws -> DoorEndpoints {
        let anywhere = try Address("tcp://127.0.0.1:*")
        return DoorEndpoints(
            live: .curve(addresses?.live ?? anywhere, authenticator.server("live/\(partner)", keys: publisher)),
            feed: .curve(addresses?.feed ?? anywhere, authenticator.server("feed/\(partner)", keys: publisher))
        )
    }

    /// Serves a log at the door of a partner while a body runs.
    func opening(
        _ partner: String,
        _ log: MemoryLog,
        expecting expected: Set<String>? = nil,
        limits: PortLimits = PortLimits(),
        at addresses: DoorAddresses? = nil,
        _ body: (DoorAddresses) async throws -> Void
    ) async throws {
        let port = try await FeedPort(
            await MemoryService(log),
            expecting: expected ?? [partner],
            limits: limits,
            on: thread
        )
        let bound = try await port.open(at: endpoints(partner, at: addresses))
        try await withThrowingTaskGroup { group in
            group.addTask { await port.run() }
            try await body(bound)
            group.cancelAll()
        }
    }

    /// How a peer with keys reaches an address of the publisher.
    func peer(_ address: Address, _ keys: CurveKeyPair) -> PeerEndpoint {
        .curve(address, CurvePeer(serverKey: publisher.publicKey, keys: keys))
    }

    /// The feed behind a door, as a peer with keys follows it.
    func source(_ door: DoorAddresses, _ keys: CurveKeyPair) -> FeedSource {
        FeedSource(live: peer(door.live, keys), feed: peer(door.feed, keys), consumer: "partner")
    }
}
