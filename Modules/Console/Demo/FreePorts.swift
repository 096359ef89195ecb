import ZeroMQ

/// Finds TCP ports of this host at which nobody listens.
actor FreePorts {
    /// Below those that the system gives to outgoing connections, which would come and go at a door that is shut.
    private static let range = 20_000...29_999

    private nonisolated let thread: IOThread

    private init(thread: IOThread) { self.thread = thread }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Two different ports that are free at this moment.
    ///
    /// - Throws: `ZeroMQError` when there are none.
    static func pair() async throws -> (live: Int, feed: Int) {
        let thread = try IOThread()
        do {
            let ports = try await FreePorts(thread: thread).pair()
            await thread.shutDown()
            return ports
        } catch {
            await thread.shutDown()
            throw error
        }
    }

    private func pair() throws(ZeroMQError) -> (live: Int, feed: Int) {
        // Both are held until both are found, so that they differ.
        let sockets = (try thread.makeSocket(.router), try thread.makeSocket(.router))
        defer {
            sockets.0.close()
            sockets.1.close()
        }
        return (try Self.bind(sockets.0), try Self.bind(sockets.1))
    }

    private static func bind(_ socket: Socket) throws(ZeroMQError) -> Int {
        var port = Int.random(in: range)
        for _ in 1...100 {
            do throws(ZeroMQError) {
                _ = try socket.bind(try LocalEndpoint("tcp://127.0.0.1:\(port)"))
                return port
            } catch  where error.code == .addressInUse {
                port = Int.random(in: range)
            }
        }
        _ = try socket.bind(try LocalEndpoint("tcp://127.0.0.1:\(port)"))
        return port
    }
}
