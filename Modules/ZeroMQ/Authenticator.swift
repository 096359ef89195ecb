/// Decides who may connect to the CURVE servers of one messaging thread: the handler of the ZeroMQ Authentication
/// Protocol (ZeroMQ RFC 27), served on that thread.
///
/// It denies whoever is not on the list of the domain that was called on, and lives until the thread is shut down.
package final class Authenticator: Sendable {
    /// Starts the names of the domains that self-tests use.
    static let selfTestPrefix = "self-test/"

    let thread: IOThread
    private let notice: @Sendable (AccessDecision) -> Void
    private let lists = Lock<[String: [CurvePublicKey: String]]>([:])

    init(thread: IOThread, notice: @escaping @Sendable (AccessDecision) -> Void) {
        self.thread = thread
        self.notice = notice
    }

    /// Starts the handler of a messaging thread; there can be one.
    ///
    /// - Parameters:
    ///   - thread: The one whose sockets are to be secured.
    ///   - notice: Hears every decision, on the messaging thread; it must not block.
    /// - Returns: The handler, which goes on also when nobody keeps it.
    /// - Throws: `ZeroMQError` with code `authenticatorExists` or `terminated`, or what the library says.
    @discardableResult
    package static func start(
        on thread: IOThread,
        notice: @escaping @Sendable (AccessDecision) -> Void
    ) async throws -> Authenticator {
        let authenticator = Authenticator(thread: thread, notice: notice)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            thread.post { continuation.resume(with: Result { try authenticator.listen() }) }
        }
        return authenticator
    }

    /// Replaces the list of one domain, from any thread and at once.
    ///
    /// It decides about new connections; to end those that there are, close the socket and bind a new one.
    ///
    /// - Parameters:
    ///   - users: The names, not empty, by the keys that prove them.
    ///   - domain: As given to ``server(_:keys:)``; a domain without list lets nobody in.
    package func admit(_ users: [CurvePublicKey: String], to domain: String) {
        precondition(users.values.allSatisfy { !$0.isEmpty }, "A user that is let in has a name.")
        lists.withLock { $0[domain] = users.isEmpty ? nil : users }
    }

    /// Makes what a socket needs to let in the users of a domain, and nobody else.
    ///
    /// - Parameters:
    ///   - domain: Not empty, and not one of the self-tests'; two sockets may share it, and then share the list.
    ///   - keys: The server's own pair.
    /// - Returns: What ``ServerEndpoint/curve(_:_:)`` takes, for sockets of the same messaging thread.
    package func server(_ domain: String, keys: CurveKeyPair) -> CurveServer {
        precondition(!domain.isEmpty, "Without a domain the library asks nobody.")
        precondition(!domain.hasPrefix(Self.selfTestPrefix), "The domains of self-tests are not noticed.")
        return CurveServer(domain: domain, keys: keys, authenticator: self)
    }

    /// Tries on a socket of its own, at tcp://127.0.0.1, that a random key is denied and a known key let in.
    ///
    /// - Throws: `ZeroMQError` with code `selfTestFailed` after at most 10 s, `terminated`, or what the library says.
    package func selfTest() async throws {
        try await SelfTest(of: self).run()
    }

    /// Opens the handler's socket; on the messaging thread.
    private func listen() throws(ZeroMQError) {
        let socket = try thread.makeSocket(.router)
        socket.onReceive = { batch in
            // A connection that broke off meanwhile needs no answer.
            for request in batch.compactMap(AccessRequest.init) { _ = try? socket.send(self.reply(to: request)) }
        }
        do throws(ZeroMQError) {
            // The library looks for the handler of a context at this very name.
            try socket.bind(LocalEndpoint(inproc: "zeromq.zap.01"))
        } catch {
            socket.close()
            throw error.code == .addressInUse ? ZeroMQError(.authenticatorExists, .authenticate) : error
        }
    }

    private func reply(to request: AccessRequest) -> Frames {
        let user = request.key.flatMap { key in lists.withLock { $0[request.domain]?[key] } }
        if !request.domain.hasPrefix(Self.selfTestPrefix) {
            let fingerprint = request.key?.fingerprint ?? "-"
            notice(
                AccessDecision(domain: request.domain, address: request.address, fingerprint: fingerprint, user: user)
            )
        }
        return request.reply(admitting: user)
    }
}
