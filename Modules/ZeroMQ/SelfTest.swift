/// Tries on a socket of its own that an authenticator keeps a stranger out and lets a known key in.
actor SelfTest {
    /// Names what the two callers found at the door.
    private enum Finding: Hashable, Sendable {
        case denied(status: Int32)
        case heard(String?)
        case broken(String)
        case nothing

        var text: String {
            switch self {
            case .denied(let status): "refused with status \(status)"
            case .heard(let user): "heard, as \(user.map { "\"\($0)\"" } ?? "nobody's")"
            case .broken(let text): text
            case .nothing: "left without an answer for \(SelfTest.limit)"
            }
        }
    }

    /// Bounds each of the two tries.
    static let limit = Duration.seconds(5)

    private let authenticator: Authenticator
    // Sound because the authenticator, which this actor keeps, keeps the thread.
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe authenticator.thread.asUnownedSerialExecutor() }

    init(of authenticator: Authenticator) {
        self.authenticator = authenticator
    }

    /// Runs both tries.
    ///
    /// - Throws: `ZeroMQError` with code `selfTestFailed` that says which try failed and how, or `terminated`.
    func run() async throws(ZeroMQError) {
        let (serverKeys, stranger, friend) = try (CurveKeyPair(), CurveKeyPair(), CurveKeyPair())
        let domain = Authenticator.selfTestPrefix + serverKeys.publicKey.fingerprint
        authenticator.admit([friend.publicKey: domain], to: domain)
        defer { authenticator.admit([:], to: domain) }
        let door = try authenticator.thread.makeSocket(.router)
        defer { door.close() }
        let server = CurveServer(domain: domain, keys: serverKeys, authenticator: authenticator)
        let address = try door.bind(.curve(Address("tcp://127.0.0.1:*"), server))
        let outside = try await knock(at: door, address, serverKeys.publicKey, with: stranger)
        guard outside == .denied(status: 400) else {
            throw ZeroMQError(.selfTestFailed("a stranger's key was not refused but \(outside.text)"), .authenticate)
        }
        let inside = try await knock(at: door, address, serverKeys.publicKey, with: friend)
        guard inside == .heard(domain) else {
            throw ZeroMQError(.selfTestFailed("a known key was not let in but \(inside.text)"), .authenticate)
        }
    }

    /// Calls with a key, says one word when let in, and waits until the outcome is known.
    private func knock(
        at door: Socket,
        _ address: Address,
        _ serverKey: CurvePublicKey,
        with keys: CurveKeyPair
    ) async throws(ZeroMQError) -> Finding {
        let thread = authenticator.thread
        let caller = try thread.makeSocket(.dealer)
        defer { caller.close() }
        let findings = AsyncStream.makeStream(of: Finding.self)
        try caller.monitor { event in
            switch event.kind {
            case .denied(let status): findings.continuation.yield(.denied(status: status))
            case .ready:
                // What the door hears decides; a caller that cannot speak is found out by the time limit.
                _ = try? caller.send([[1]])
            case .handshakeBroken(let number): findings.continuation.yield(.broken("broken off (error \(number))"))
            case .handshakeInvalid(let code):
                findings.continuation.yield(.broken("broken off (protocol error \(code))"))
            case .connected, .accepted, .retrying, .disconnected: break
            }
        }
        door.onReceive = { batch in
            for message in batch { findings.continuation.yield(.heard(message.sender)) }
        }
        caller.addCloseHandler { _ in findings.continuation.finish() }
        let timer = thread.schedule(after: Self.limit) { findings.continuation.yield(.nothing) }
        defer { thread.cancel(timer) }
        try caller.connect(.curve(address, CurvePeer(serverKey: serverKey, keys: keys)))
        for await finding in findings.stream { return finding }
        throw ZeroMQError(.terminated, .authenticate)
    }
}
