import Foundation
import ZeroMQ

/// Receives a number of messages of one part, checks their size and order, and tells how many came in a second.
actor TransportSubscriber {
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let thread: IOThread
    private let load: TransportLoad
    private let keys: TransportKeys?
    private var socket: Socket?
    private var received = 0
    private var start: ContinuousClock.Instant?
    private let outcome: AsyncThrowingStream<Double, any Error>
    private let putOutcome: AsyncThrowingStream<Double, any Error>.Continuation

    init(_ load: TransportLoad, _ keys: TransportKeys?, on thread: IOThread) {
        (self.load, self.keys, self.thread) = (load, keys, thread)
        (outcome, putOutcome) = AsyncThrowingStream.makeStream()
    }

    /// Does the subscriber's work in a process of its own: writes the messages per second on standard output.
    static func run(_ load: TransportLoad, _ keys: TransportKeys?, from endpoint: String) async throws {
        let thread = try IOThread()
        let rate = try await TransportSubscriber(load, keys, on: thread).rate(from: endpoint)
        FileHandle.standardOutput.write(Data("\(rate)\n".utf8))
        await thread.shutDown()
    }

    /// The messages per second from the first to the last.
    func rate(from endpoint: String) async throws -> Double {
        let socket = try thread.makeSocket(.sub)
        self.socket = socket
        defer { socket.close() }
        socket.onReceive = { [weak self] batch in self?.assumeIsolated { $0.take(batch) } }
        try socket.subscribe([])
        if let keys {
            try socket.connect(.curve(try Address(endpoint), CurvePeer(serverKey: keys.other, keys: keys.own)))
        } else {
            try socket.connect(try LocalEndpoint(endpoint))
        }
        for try await rate in outcome { return rate }
        throw BenchFailure("the subscriber of \(endpoint) has ended without an outcome")
    }

    private func take(_ batch: [Frames]) {
        for frames in batch {
            let isFirst = start == nil
            guard frames.count == 1, let body = frames.first, body.count == load.bytes,
                Int(body[0]) == received % TransportLoad.batch
            else {
                return putOutcome.finish(throwing: BenchFailure("message \(received) is not the one that was sent"))
            }
            if isFirst { start = .now }
            received += 1
            if received % TransportLoad.portion == 0 { try? socket?.subscribe(TransportLoad.confirmation) }
        }
        guard received >= load.count, let start else { return }
        putOutcome.yield(Double(received - 1) / (start.duration(to: .now) / .seconds(1)))
    }
}
