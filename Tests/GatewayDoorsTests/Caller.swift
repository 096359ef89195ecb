import Bus
import EventSourcing
import ZeroMQ

/// A socket at a door that keeps what comes and what became of its connections.
actor Caller {
    private let thread: IOThread
    private var socket: Socket?
    private(set) var received: [[[UInt8]]] = []
    private(set) var events: [SocketEvent.Kind] = []
    private var waiters: [(isMet: () -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    private var asked: UInt8 = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ thread: IOThread) { self.thread = thread }

    func connect(_ kind: SocketKind, to endpoint: PeerEndpoint) throws {
        var options = SocketOptions(for: kind)
        options.inboundFrameLimit = 1_048_576
        let socket = try thread.makeSocket(kind, options)
        self.socket = socket
        socket.onReceive = { batch in
            self.received += batch.map(\.parts)
            self.wake()
        }
        try socket.monitor { event in
            self.events.append(event.kind)
            self.wake()
        }
        try socket.connect(endpoint)
    }

    private func wake() {
        let ready = waiters.filter { $0.isMet() }
        waiters.removeAll { $0.isMet() }
        for waiter in ready { waiter.continuation.resume() }
    }

    private func wait(until isMet: @escaping () -> Bool) async {
        guard !isMet() else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters.append((isMet, $0)) }
        } onCancel: {
            Task { await self.giveUp() }
        }
    }

    /// Lets a test that has run out of time end.
    private func giveUp() {
        for waiter in waiters { waiter.continuation.resume() }
        waiters = []
    }

    /// Waits until something happened to a connection.
    func happened(_ kind: SocketEvent.Kind) async { await wait { self.events.contains(kind) } }

    /// Waits until a handshake has failed, in whatever way.
    func failed() async {
        await wait {
            self.events.contains { kind in
                switch kind {
                case .denied, .handshakeBroken, .handshakeInvalid, .disconnected: true
                case .connected, .accepted, .retrying, .ready: false
                }
            }
        }
    }

    func forgetEvents() { events = [] }

    // MARK: Live

    /// Listens to all, and waits until the door has taken that in.
    func listen() async throws {
        let barrier = LiveMessage.syncPrefix + "caller"
        for topic in ["", barrier] { try socket?.subscribe(Array(topic.utf8)) }
        await wait { self.messages.contains { $0.topic == barrier } }
    }

    func subscribe() throws { try socket?.subscribe([]) }

    /// What came live.
    var messages: [LiveMessage] { received.compactMap { LiveMessage(frames: $0) } }

    /// The offsets of the events that came live.
    var offsets: [Int64] { messages.compactMap(\.entry?.offset.value) }

    /// Waits for an event to come live.
    func heard(_ offset: Int64) async { await wait { self.offsets.contains(offset) } }

    // MARK: Feed

    /// Asks as soon as the connection stands, and waits for the answer.
    func ask(_ request: FeedRequest) async throws -> FeedReply? {
        asked &+= 1
        let identifier = [asked]
        let frames = Frames(Envelope(identifier: identifier).frames(of: request))
        while try socket?.send(frames) != .sent {
            try Task.checkCancellation()
            await withCheckedContinuation { turn in thread.schedule(after: .milliseconds(1)) { turn.resume() } }
        }
        await wait { self.reply(to: identifier) != nil }
        let reply = reply(to: identifier)
        received = []
        return reply
    }

    private func reply(to identifier: [UInt8]) -> FeedReply? {
        for frames in received {
            var rest = frames[...]
            guard Envelope(frames: &rest)?.identifier == identifier else { continue }
            return FeedReply(frames: rest)
        }
        return nil
    }

    /// Tries to send, whether or not there is a connection.
    func trySending(_ request: FeedRequest) throws -> Bool {
        try socket?.send(Frames(Envelope(identifier: [0]).frames(of: request))) == .sent
    }
}
