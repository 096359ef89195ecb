import Testing

@testable import ZeroMQ

@Suite("An authenticator", .timeLimit(.minutes(1)))
struct AuthenticatorTests {
    @Test("its self-test passes, again and at the same time, and is not noticed as a caller")
    func selfTest() async throws {
        try await SecureFixture.run { fixture in
            try await fixture.authenticator.selfTest()
            async let second: Void = fixture.authenticator.selfTest()
            async let third: Void = fixture.authenticator.selfTest()
            _ = try await (second, third)
            #expect(fixture.decisions.isEmpty)
        }
    }

    @Test("its self-test fails when nobody answers for it")
    func selfTestWithoutHandler() async throws {
        try await withIOThread { ioThread, _ in
            let neverStarted = Authenticator(thread: ioThread) { _ in }
            let error = try await #require(throws: ZeroMQError.self) { try await neverStarted.selfTest() }
            guard case .selfTestFailed(let finding) = error.code else {
                Issue.record("unexpected code \(error.code)")
                return
            }
            #expect(finding.hasPrefix("a stranger's key was not refused but broken off"), "nobody gets in")
            #expect(error.description.contains("stop this process"))
        }
    }

    @Test("its self-test fails when another handler lets in everybody")
    func selfTestWithLenientHandler() async throws {
        try await withIOThread { ioThread, _ in
            let handler = try await Station.open(ioThread, .router)
            try await handler.answerAccessRequests("200", user: "anybody")
            try await handler.bind(LocalEndpoint(inproc: "zeromq.zap.01"))
            let neverStarted = Authenticator(thread: ioThread) { _ in }
            let error = await #expect(throws: ZeroMQError.self) { try await neverStarted.selfTest() }
            #expect(error?.code == .selfTestFailed("a stranger's key was not refused but heard, as \"anybody\""))
        }
    }

    @Test("its self-test fails when another handler keeps out everybody")
    func selfTestWithDenyingHandler() async throws {
        try await withIOThread { ioThread, _ in
            let handler = try await Station.open(ioThread, .router)
            try await handler.answerAccessRequests("400", user: "")
            try await handler.bind(LocalEndpoint(inproc: "zeromq.zap.01"))
            let neverStarted = Authenticator(thread: ioThread) { _ in }
            let error = await #expect(throws: ZeroMQError.self) { try await neverStarted.selfTest() }
            #expect(error?.code == .selfTestFailed("a known key was not let in but refused with status 400"))
        }
    }

    @Test("a messaging thread has one at most")
    func second() async throws {
        try await SecureFixture.run { fixture in
            let error = await #expect(throws: ZeroMQError.self) {
                try await Authenticator.start(on: fixture.ioThread) { _ in }
            }
            #expect(error?.code == .authenticatorExists)
            try await fixture.authenticator.selfTest()
        }
    }

    @Test("after the thread has ended nothing can be started, tried or opened")
    func terminated() async throws {
        let ioThread = try IOThread()
        let authenticator = try await Authenticator.start(on: ioThread) { _ in }
        let station = try await Station.open(ioThread, .router)
        await ioThread.shutDown()
        authenticator.admit([:], to: "feed/police")
        let server = authenticator.server("feed/police", keys: try CurveKeyPair())
        let codes = await [
            #expect(throws: ZeroMQError.self) { try await Authenticator.start(on: ioThread) { _ in } }?.code,
            #expect(throws: ZeroMQError.self) { try await authenticator.selfTest() }?.code,
            #expect(throws: ZeroMQError.self) {
                try await station.bind(.curve(Address("tcp://127.0.0.1:*"), server))
            }?.code,
        ]
        #expect(codes == [.terminated, .terminated, .terminated])
    }

    @Test("a self-test that the thread's end cuts short says so")
    func selfTestCutShort() async throws {
        let ioThread = try IOThread()
        let handler = try await Station.open(ioThread, .router)
        try await handler.bind(LocalEndpoint(inproc: "zeromq.zap.01"))
        let neverStarted = Authenticator(thread: ioThread) { _ in }
        let outcome = Task { try await neverStarted.selfTest() }
        // The silent handler keeps the caller waiting.
        _ = await handler.received(atLeast: 1)
        await ioThread.shutDown()
        let error = await #expect(throws: ZeroMQError.self) { try await outcome.value }
        #expect(error?.code == .terminated)
    }

    static let known = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"

    /// Makes the frames of a request as the library sends them, with one of them replaced, added or left out.
    static func request(_ place: Int? = nil, _ frame: [UInt8]? = nil) -> [[UInt8]] {
        var frames = ["1.0", "7", "feed/police", "192.0.2.17", "", "CURVE"].map([UInt8].init(text:))
        frames.append(Z85.bytes(of: known) ?? [])
        guard let place else { return frames }
        frames.replaceSubrange(place..<min(place + 1, frames.count), with: frame.map { [$0] } ?? [])
        return frames
    }

    @Test("a request that is in order is answered with the user's name")
    func admission() async throws {
        let (reply, decision) = try await Self.answer(to: Self.request())
        #expect(reply == ["1.0", "7", "200", "OK", "police", ""].map([UInt8].init(text:)))
        #expect(decision.user == "police")
        #expect(decision.address == "192.0.2.17")
        #expect(decision.fingerprint == "Yne@$w-vo<")
    }

    @Test(
        "a request that is out of order is denied",
        arguments: [
            [], [.init(text: "1.0")], request(0, .init(text: "2.0")), request(0, []), request(0), request(1),
            request(2, []), request(2, .init(text: "feed/fire")), request(2, [0xFF]), request(2), request(3),
            request(4),
            request(5, .init(text: "PLAIN")), request(5, .init(text: "NULL")), request(5, .init(text: "curve")),
            request(5), request(6), request(6, []), request(6, .init(repeating: 7, count: 31)),
            request(6, .init(repeating: 7, count: 32)), request(6, .init(repeating: 7, count: 33)), request(7, [1]),
        ] as [[[UInt8]]]
    )
    func denial(request: [[UInt8]]) async throws {
        let (reply, decision) = try await Self.answer(to: request)
        let number = request.count > 1 ? request[1] : []
        #expect(reply == [.init(text: "1.0"), number, .init(text: "400"), .init(text: "denied"), [], []])
        #expect(decision.user == nil)
    }

    /// Asks the handler as the library would.
    private static func answer(to request: [[UInt8]]) async throws -> (reply: [[UInt8]], decision: AccessDecision) {
        var outcome: (reply: [[UInt8]], decision: AccessDecision)?
        try await SecureFixture.run { fixture in
            fixture.authenticator.admit([try #require(CurvePublicKey(known)): "police"], to: "feed/police")
            let library = try await Station.open(fixture.ioThread, .dealer)
            try await library.connect(LocalEndpoint(inproc: "zeromq.zap.01"))
            // Nothing to reply to: it is passed over.
            #expect(try await library.send([[1]]) == .sent)
            #expect(try await library.send(Frames([[]] + request)) == .sent)
            let reply = try #require(await library.received(atLeast: 1).first)
            #expect(reply.first == [])
            outcome = (Array(reply.dropFirst()), try #require(fixture.decisions.first))
        }
        return try #require(outcome)
    }
}

extension Station {
    /// Answers as a handler of the ZeroMQ Authentication Protocol that does not look at who asks.
    fileprivate func answerAccessRequests(_ status: String, user: String) throws {
        let socket = try socket
        socket.onReceive = { batch in
            for request in batch {
                let fields = [status, "", user, ""].map([UInt8].init(text:))
                _ = try? socket.send(Frames(request.parts.prefix(4) + fields))
            }
        }
    }
}
