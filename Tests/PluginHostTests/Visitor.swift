import ZeroMQ

/// A socket that tells what becomes of its connection.
actor Visitor {
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// All that has happened to its connections.
    private(set) var history: [SocketEvent.Kind] = []
    private let thread: IOThread
    private let events: AsyncStream<SocketEvent.Kind>
    private let putEvent: AsyncStream<SocketEvent.Kind>.Continuation

    init(_ thread: IOThread) {
        self.thread = thread
        (events, putEvent) = AsyncStream.makeStream()
    }

    func connect(_ kind: SocketKind, to endpoint: PeerEndpoint) throws {
        let socket = try thread.makeSocket(kind)
        socket.onReceive = { _ in }
        try socket.monitor { event in
            self.history.append(event.kind)
            self.putEvent.yield(event.kind)
        }
        if kind == .sub { try socket.subscribe([]) }
        try socket.connect(endpoint)
    }

    /// Waits for an event; those before it are passed over.
    func happened(_ kind: SocketEvent.Kind) async -> Bool {
        for await event in events where event == kind { return true }
        return false
    }
}
