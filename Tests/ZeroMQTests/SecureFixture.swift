import Testing

@testable import ZeroMQ

/// Gives a test a messaging thread with an authenticator, a server's keys, and what was decided.
struct SecureFixture: Sendable {
    let ioThread: IOThread
    let folder: SocketFolder
    let authenticator: Authenticator
    let keys: CurveKeyPair
    private let log: DecisionLog

    var decisions: [AccessDecision] { log.decisions }

    /// Runs a test, and shuts the thread down whatever happens.
    static func run(_ body: (SecureFixture) async throws -> Void) async throws {
        try await withIOThread { ioThread, folder in
            let log = DecisionLog()
            let authenticator = try await Authenticator.start(on: ioThread) { log.add($0) }
            try await body(
                SecureFixture(
                    ioThread: ioThread,
                    folder: folder,
                    authenticator: authenticator,
                    keys: CurveKeyPair(),
                    log: log
                )
            )
        }
    }

    /// Opens a server's socket of a domain, on a port that the system chooses or on an address in use before.
    func door(
        _ kind: SocketKind,
        _ domain: String,
        at address: Address? = nil,
        _ change: @Sendable (inout SocketOptions) -> Void = { _ in }
    ) async throws -> (station: Station, address: Address) {
        let station = try await Station.open(ioThread, kind, change)
        let address = try address ?? Address("tcp://127.0.0.1:*")
        return (station, try await station.bind(.curve(address, authenticator.server(domain, keys: keys))))
    }

    /// Opens a client's socket that watches its connections, and connects it with a key pair.
    func caller(
        _ kind: SocketKind,
        at address: Address,
        with keys: CurveKeyPair,
        _ change: @Sendable (inout SocketOptions) -> Void = { _ in }
    ) async throws -> Station {
        let station = try await Station.open(ioThread, kind, change)
        try await station.monitor()
        try await station.connect(.curve(address, CurvePeer(serverKey: self.keys.publicKey, keys: keys)))
        return station
    }
}

/// Collects what an authenticator decided.
final class DecisionLog: Sendable {
    private let entries = Lock<[AccessDecision]>([])

    var decisions: [AccessDecision] { entries.withLock { $0 } }

    func add(_ decision: AccessDecision) { entries.withLock { $0.append(decision) } }
}
