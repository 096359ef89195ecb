import Testing

@testable import ZeroMQ

/// Works one socket on the messaging thread for a test, and waits for what arrives there.
actor Station {
    let ioThread: IOThread
    private var opened: Socket?
    private(set) var received: [Frames] = []
    private(set) var batchSizes: [Int] = []
    private(set) var receivingThreads: Set<Int32> = []
    private(set) var closeReasons: [CloseReason] = []
    private var events: [SocketEvent] = []
    private var eventWaiters: [(isMet: (SocketEvent.Kind) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    private var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { ioThread.asUnownedSerialExecutor() }

    private init(_ ioThread: IOThread) {
        self.ioThread = ioThread
    }

    /// Makes a station with an open socket.
    static func open(
        _ ioThread: IOThread,
        _ kind: SocketKind,
        _ change: @Sendable (inout SocketOptions) -> Void = { _ in }
    ) async throws -> Station {
        let station = Station(ioThread)
        var options = SocketOptions(for: kind)
        change(&options)
        try await station.open(kind, options)
        return station
    }

    private func open(_ kind: SocketKind, _ options: SocketOptions) throws {
        let socket = try ioThread.makeSocket(kind, options)
        opened = socket
        socket.onReceive = { batch in self.take(batch) }
        socket.addCloseHandler { reason in self.closeReasons.append(reason) }
    }

    var socket: Socket {
        get throws { try #require(opened) }
    }

    private func take(_ batch: [Frames]) {
        received += batch
        batchSizes.append(batch.count)
        receivingThreads.insert(SystemCall.currentThread)
        let ready = waiters.filter { $0.count <= received.count }
        waiters.removeAll { $0.count <= received.count }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Waits until that many messages have arrived and gives them all.
    func received(atLeast count: Int) async -> [Frames] {
        if received.count < count {
            await withCheckedContinuation { waiters.append((count, $0)) }
        }
        return received
    }

    /// Collects the events of the socket's connections.
    func monitor() throws {
        try socket.monitor { event in
            self.events.append(event)
            let ready = self.eventWaiters.filter { $0.isMet(event.kind) }
            self.eventWaiters.removeAll { $0.isMet(event.kind) }
            for waiter in ready { waiter.continuation.resume() }
        }
    }

    /// Waits for an event, and takes it and those before it out of the collection.
    func event(where isMet: @escaping @Sendable (SocketEvent.Kind) -> Bool) async -> SocketEvent? {
        if !events.contains(where: { isMet($0.kind) }) {
            await withCheckedContinuation { eventWaiters.append((isMet, $0)) }
        }
        guard let place = events.firstIndex(where: { isMet($0.kind) }) else { return nil }
        defer { events.removeSubrange(...place) }
        return events[place]
    }

    func event(_ kind: SocketEvent.Kind) async -> SocketEvent? {
        await event { $0 == kind }
    }

    /// Waits for what became of the first attempt to connect.
    func verdict() async -> SocketEvent.Kind? {
        await event { kind in
            switch kind {
            case .ready, .denied, .handshakeBroken, .handshakeInvalid, .disconnected: true
            case .connected, .accepted, .retrying: false
            }
        }?.kind
    }

    func forgetReceived() { received = [] }
    @discardableResult
    func bind(_ endpoint: LocalEndpoint) throws -> LocalEndpoint { try socket.bind(endpoint) }
    func connect(_ endpoint: LocalEndpoint) throws { try socket.connect(endpoint) }
    func subscribe(_ prefix: String) throws { try socket.subscribe(Array(prefix.utf8)) }
    func send(_ frames: Frames) throws -> SendResult { try socket.send(frames) }
    func sendBatch(_ batch: [Frames]) throws -> BatchResult { try socket.sendBatch(batch) }
    /// Stops reading, or goes on.
    func setReading(_ isReading: Bool) throws { try socket.onReceive = isReading ? { batch in self.take(batch) } : nil }
    func close() throws { try socket.close() }

    /// Replies to every message with the same frames.
    func echo() throws {
        try socket.onReceive = { batch in
            self.take(batch)
            _ = try? self.socket.sendBatch(batch)
        }
    }

    /// Answers a repeated subscription with its own topic, so that the subscriber knows it is served.
    func echoSubscriptions() throws {
        try socket.onReceive = { batch in
            self.take(batch)
            for case .subscribed(let topic)? in batch.map(SubscriptionChange.init) where topic.first == 0x21 {
                _ = try? self.socket.send([topic])
            }
        }
    }

    /// Sends as soon as the socket accepts the message.
    func sendWhenConnected(_ frames: Frames) async throws {
        repeat { await nextTick() } while try socket.send(frames) != .sent
    }

    /// Sends until nothing has been accepted for twenty turns, and tells how many messages were.
    func sendUntilFull(_ message: (Int) -> Frames) async throws -> Int {
        var count = 0
        var refusals = 0
        while refusals < 20 {
            if try socket.send(message(count)) == .sent {
                count += 1
                refusals = 0
            } else {
                refusals += 1
                await nextTick()
            }
        }
        return count
    }

    /// Lets the thread serve its sockets for a millisecond.
    private func nextTick() async {
        await withCheckedContinuation { continuation in
            ioThread.schedule(after: .milliseconds(1)) { continuation.resume() }
        }
    }
}
