import Bus
import PluginKit
import ZeroMQ

/// Keeps a plug-in's sockets open, and opens them anew when somebody has to lose the connections that it has.
///
/// The library cannot cut off one peer, so all lose theirs. Those who may come in do so again by themselves, and repeat
/// what was not answered.
struct PortKeeper: Sendable {
    private let node: PluginNode
    private let limits: PortLimits
    private let thread: IOThread
    private let endpoints: PortEndpoints
    private let first: ServicePort<PluginNode>
    private let calls: AsyncStream<Void>
    private let call: AsyncStream<Void>.Continuation

    /// Opens the sockets of a plug-in.
    ///
    /// - Throws: `ZeroMQError` that names the address, or what the store says.
    init(_ node: PluginNode, at endpoints: PortEndpoints, _ limits: PortLimits, on thread: IOThread) async throws {
        (self.node, self.limits, self.thread) = (node, limits, thread)
        (calls, call) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        first = try await ServicePort(node, limits: limits, on: thread)
        // With the ports that the system chose, so that the peers find them again.
        let bound = try await first.open(at: endpoints)
        self.endpoints = PortEndpoints(
            live: endpoints.live.moved(to: bound.live),
            feed: endpoints.feed.moved(to: bound.feed),
            command: endpoints.command.moved(to: bound.command)
        )
        node.isOpen.raise()
    }

    /// Has every connection ended and the sockets opened anew; returns at once.
    func reopen() { call.yield() }

    /// Serves until the task is cancelled; to be called once.
    ///
    /// - Throws: `ZeroMQError` when the sockets cannot be opened anew, or what the store says: nobody could come in.
    func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await node.relayHeads() }
            group.addTask { await first.run() }
            var port = first
            for await _ in calls {
                node.isOpen.lower()
                await port.close()
                port = try await openAnew()
                node.isOpen.raise()
                // What the former port still carries out is cancelled, and asked again under its key; the new one does not
                // wait for its end.
                group.addTask { [port] in await port.run() }
            }
            group.cancelAll()
        }
    }

    private func openAnew() async throws -> ServicePort<PluginNode> {
        var attemptsLeft = 50
        while true {
            do {
                let port = try await ServicePort(node, limits: limits, on: thread)
                _ = try await port.open(at: endpoints)
                return port
            } catch let error as ZeroMQError where error.code == .addressInUse && attemptsLeft > 0 {
                // The library frees an address a moment after its socket was closed, on a busy machine a long one.
                attemptsLeft -= 1
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}

extension ServerEndpoint {
    fileprivate func moved(to address: Address) -> ServerEndpoint {
        switch self {
        case .unsecured: self
        case .curve(_, let server): .curve(address, server)
        }
    }
}
