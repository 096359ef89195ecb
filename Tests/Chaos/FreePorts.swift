import ZeroMQ

/// Finds TCP ports on which nobody listens.
actor FreePorts {
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let thread: IOThread

    init(on thread: IOThread) { self.thread = thread }

    /// Some free ports, below those that the system gives to outgoing connections: one of these could take a door's
    /// port while the gateway is down.
    func find(_ count: Int, from seed: UInt64) throws -> [Int] {
        var random = SeededNumbers(seed)
        var ports: [Int] = []
        for _ in 0..<1000 where ports.count < count {
            let port = Int.random(in: 20000..<30000, using: &random)
            guard !ports.contains(port) else { continue }
            let socket = try thread.makeSocket(.router)
            defer { socket.close() }
            guard (try? socket.bind(LocalEndpoint("tcp://127.0.0.1:\(port)"))) != nil else { continue }
            ports.append(port)
        }
        guard ports.count == count else { throw ChaosError("there are no \(count) free ports from 20000 to 29999.") }
        return ports
    }
}
