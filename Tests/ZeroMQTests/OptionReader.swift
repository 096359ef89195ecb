@testable import ZeroMQ

/// Reads options back from a fresh socket.
actor OptionReader {
    struct Values {
        var linger: Int32
        var handshake: Int32
        var heartbeat: [Int32]
        var sendHighWater: Int32
        var receiveHighWater: Int32
        var largestFrame: Int64
    }

    let ioThread: IOThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { ioThread.asUnownedSerialExecutor() }

    init(ioThread: IOThread) { self.ioThread = ioThread }

    func values(of kind: SocketKind) throws -> Values {
        let socket = try ioThread.makeSocket(kind)
        defer { socket.close() }
        // The numbers of zmq.h: 17 linger, 66 handshake, 75-77 heartbeat (interval, time to live, limit), 23/24 queues, 22 size.
        return Values(
            linger: socket.number(17),
            handshake: socket.number(66),
            heartbeat: [socket.number(75), socket.number(76), socket.number(77)],
            sendHighWater: socket.number(23),
            receiveHighWater: socket.number(24),
            largestFrame: socket.number(22, as: Int64.self)
        )
    }
}
