import Foundation
import ZeroMQ

/// Publishes a number of messages of one part to one subscriber, in batches, and leaves when the subscriber has.
///
/// It is at most two portions ahead of what the subscriber has confirmed, so that no queue fills up.
actor TransportPublisher {
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let thread: IOThread
    private let load: TransportLoad
    private let keys: TransportKeys?
    private let batch: [Frames]
    private var sent = 0
    private var socket: Socket?
    private let over: AsyncStream<Void>
    private let putOver: AsyncStream<Void>.Continuation

    init(_ load: TransportLoad, _ keys: TransportKeys?, on thread: IOThread) {
        (self.load, self.keys, self.thread) = (load, keys, thread)
        batch = (0..<TransportLoad.batch).map { number in
            Frames([[UInt8(number)] + [UInt8](repeating: UInt8(ascii: "x"), count: load.bytes - 1)])
        }
        (over, putOver) = AsyncStream.makeStream()
    }

    /// Does the publisher's work in a process of its own.
    static func run(_ load: TransportLoad, _ keys: TransportKeys?) async throws {
        let thread = try IOThread()
        try await TransportPublisher(load, keys, on: thread).run()
        await thread.shutDown()
    }

    /// Writes the endpoint on standard output and returns when everything was sent and the subscriber has left.
    func run() async throws {
        let socket = try thread.makeSocket(.xpub)
        socket.onReceive = { [weak self] changes in self?.assumeIsolated { $0.hear(changes) } }
        self.socket = socket
        let endpoint = try socket.bind(try await endpoint())
        FileHandle.standardOutput.write(Data("\(endpoint)\n".utf8))
        for await _ in over {}
        socket.close()
    }

    private func endpoint() async throws -> ServerEndpoint {
        guard let keys else { return .unsecured(try LocalEndpoint("tcp://127.0.0.1:*")) }
        let authenticator = try await Authenticator.start(on: thread) { _ in }
        authenticator.admit([keys.other: "subscriber"], to: "measured")
        return .curve(try Address("tcp://127.0.0.1:*"), authenticator.server("measured", keys: keys.own))
    }

    private func hear(_ changes: [Frames]) {
        for change in changes.compactMap(SubscriptionChange.init) {
            switch change {
            case .subscribed(TransportLoad.confirmation): send(1)
            case .subscribed: send(2)
            case .unsubscribed: putOver.finish()
            }
        }
    }

    private func send(_ portions: Int) {
        let goal = min(sent + portions * TransportLoad.portion, load.count)
        while sent < goal {
            guard let result = try? socket?.sendBatch(batch), result.isComplete else { return putOver.finish() }
            sent += batch.count
        }
    }
}
