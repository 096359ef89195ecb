import Bus
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

/// Names the transports that the tests of the shell run over.
enum Wire: String, CaseIterable, CustomTestStringConvertible {
    case ipc
    case tcp

    var testDescription: String { rawValue }

    /// Addresses that no other test uses.
    func addresses(_ folder: TemporaryDirectory) throws -> PortAddresses {
        switch self {
        case .ipc: return try PortAddresses(folder: folder.path, service: "s")
        case .tcp:
            let any = try LocalEndpoint("tcp://127.0.0.1:*")
            return PortAddresses(live: any, feed: any, command: any)
        }
    }
}

/// Lends a messaging thread and a folder for sockets, and ends both whatever happens.
func withBus(_ body: (IOThread, TemporaryDirectory) async throws -> Void) async throws {
    try await withTemporaryDirectory { folder in
        let thread = try IOThread()
        do {
            try await body(thread, folder)
        } catch {
            await thread.shutDown()
            throw error
        }
        await thread.shutDown()
    }
}

/// Serves a log at addresses while a body runs.
func serving(
    _ log: MemoryLog,
    gate: Gate = Gate(),
    limits: PortLimits = PortLimits(),
    at addresses: PortAddresses,
    on thread: IOThread,
    _ body: (PortAddresses) async throws -> Void
) async throws {
    let port = try await ServicePort(await MemoryService(log, gate: gate), limits: limits, on: thread)
    let bound = try await port.open(at: addresses)
    try await withThrowingTaskGroup { group in
        group.addTask { await port.run() }
        try await body(bound)
        group.cancelAll()
    }
}

/// Follows a feed while a body runs.
func following(
    _ subscription: FeedSubscription,
    _ body: () async throws -> Void
) async throws {
    try await withThrowingTaskGroup { group in
        group.addTask { await subscription.run() }
        try await body()
        group.cancelAll()
    }
}

/// Keeps what a subscription applies, as a consumer's store would.
actor Ledger {
    private(set) var entries: [FeedEntry] = []
    private(set) var cursor: FeedCursor?
    /// What the operator hears of the newest subscription.
    private(set) var notices = AsyncStream<String> { $0.finish() }
    /// How often each batch had failed before, in the order of the attempts.
    private(set) var attempts: [Int] = []
    /// What snapshots have told of, and the sizes of their pages.
    private(set) var snapshot: [FeedEntry] = []
    private(set) var pages: [Int] = []
    private var isWhole = false
    private var wholeWaiters: [CheckedContinuation<Void, Never>] = []
    private var putNotice: AsyncStream<String>.Continuation?

    /// Waits until a snapshot has been taken.
    func whole() async {
        if !isWhole { await withCheckedContinuation { wholeWaiters.append($0) } }
    }

    /// Waits for what the operator hears next; `nil` when nothing more will come.
    nonisolated func nextNotice() async -> String? {
        for await notice in await notices { return notice }
        return nil
    }

    /// Lets the operator's stream end, after what was said.
    func endNotices() { putNotice?.finish() }
    private var failuresToCome: Int
    private let gate: Gate?
    private var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    /// Makes an empty ledger whose first batches fail or wait.
    init(failing failures: Int = 0, gate: Gate? = nil) {
        failuresToCome = failures
        self.gate = gate
    }

    private struct NoRoom: Error {}

    func applySnapshot(_ page: [FeedEntry], _ epoch: Epoch, _ asOf: FeedOffset, _ isLast: Bool) throws {
        guard failuresToCome == 0 else {
            failuresToCome -= 1
            throw NoRoom()
        }
        snapshot += page
        pages.append(page.count)
        guard isLast else { return }
        cursor = FeedCursor(epoch: epoch, offset: asOf)
        isWhole = true
        for waiter in wholeWaiters { waiter.resume() }
        wholeWaiters = []
    }

    func apply(_ batch: [FeedEntry], _ epoch: Epoch, _ attempt: Int) async throws {
        attempts.append(attempt)
        if let gate { await gate.wait() }
        guard failuresToCome == 0 else {
            failuresToCome -= 1
            throw NoRoom()
        }
        entries += batch
        cursor = batch.last.map { FeedCursor(epoch: epoch, offset: $0.offset) }
        let ready = waiters.filter { $0.count <= entries.count }
        waiters.removeAll { $0.count <= entries.count }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Waits until that many are applied, and gives them all.
    func entries(atLeast count: Int) async -> [FeedEntry] {
        if entries.count < count {
            await withCheckedContinuation { waiters.append((count, $0)) }
        }
        return entries
    }

    /// Subscribes to a feed in the name of this ledger, from where it had come.
    func subscription(
        to addresses: PortAddresses,
        topics: [String] = [],
        timing: ConsumerTiming = ConsumerTiming(),
        on thread: IOThread
    ) throws -> FeedSubscription {
        subscription(
            to: try FeedSource(unsecured: addresses, consumer: "planning", topics: topics),
            timing: timing,
            on: thread
        )
    }

    /// Subscribes to any feed in the name of this ledger, from where it had come.
    func subscription(
        to source: FeedSource,
        timing: ConsumerTiming = ConsumerTiming(),
        on thread: IOThread
    ) -> FeedSubscription {
        let (notices, putNotice) = AsyncStream.makeStream(of: String.self)
        self.notices = notices
        self.putNotice = putNotice
        return FeedSubscription(source, from: cursor, timing: timing, on: thread) { notice in
            putNotice.yield(notice)
        } apply: { entries, epoch, attempt in
            try await self.apply(entries, epoch, attempt)
        } applySnapshot: { entries, epoch, asOf, isLast in
            try await self.applySnapshot(entries, epoch, asOf, isLast)
        }
    }
}

/// A socket that says what a test wants it to say.
actor RawPeer {
    private let thread: IOThread
    private var socket: Socket?
    private var received: [Frames] = []
    private var waiter: CheckedContinuation<Void, Never>?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ thread: IOThread) { self.thread = thread }

    /// Connects to an unsecured address of this host.
    func connect(_ kind: SocketKind, _ address: Address) throws {
        try connect(kind, .unsecured(LocalEndpoint(address)))
    }

    func connect(_ kind: SocketKind, _ endpoint: PeerEndpoint) throws {
        var options = SocketOptions(for: kind)
        options.inboundFrameLimit = 1_048_576
        let socket = try thread.makeSocket(kind, options)
        self.socket = socket
        socket.onReceive = { batch in
            self.received += batch
            self.waiter?.resume()
            self.waiter = nil
        }
        try socket.connect(endpoint)
    }

    func subscribe(_ topic: String) throws { try socket?.subscribe(Array(topic.utf8)) }

    /// Sends as soon as the connection stands.
    func send(_ frames: [[UInt8]]) async throws {
        while try socket?.send(Frames(frames)) != .sent {
            await withCheckedContinuation { turn in thread.schedule(after: .milliseconds(1)) { turn.resume() } }
        }
    }

    /// Waits for the next message.
    func next() async -> [[UInt8]] {
        if received.isEmpty { await withCheckedContinuation { waiter = $0 } }
        return received.removeFirst().parts
    }

    /// Asks and waits for the answer.
    func ask(_ request: FeedRequest, identifier: [UInt8] = [1]) async throws -> FeedReply? {
        try await send(Envelope(identifier: identifier).frames(of: request))
        var rest = await next()[...]
        guard Envelope(frames: &rest)?.identifier == identifier else { return nil }
        return FeedReply(frames: rest)
    }
}

extension ServiceClient {
    /// Makes a client of an unsecured service of this host.
    init(_ address: Address, within limit: Duration = .seconds(15), on thread: IOThread) throws {
        self.init(try LocalEndpoint(address), within: limit, on: thread)
    }
}
