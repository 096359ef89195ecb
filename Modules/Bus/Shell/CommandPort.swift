import Contracts
package import ZeroMQ

/// The place on the bus for commands and queries: one socket on the messaging thread, and the loop that serves it.
package actor CommandPort<Service: CommandService> {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let thread: IOThread
    private let service: Service
    private var socket: Socket?
    private var queue: CommandQueue
    private let turns: AsyncStream<CommandQueue.Item>
    private let putTurn: AsyncStream<CommandQueue.Item>.Continuation
    /// The most bytes of a command: it may carry a delivered file.
    private static var commandLimit: Int { 32 * 1_048_576 }

    /// Makes the port of a service; nothing is open yet.
    package init(_ service: Service, limits: PortLimits = PortLimits(), on thread: IOThread) {
        self.service = service
        self.thread = thread
        queue = CommandQueue(limits)
        // Bounded by the limits, which are held before a turn is put in.
        (turns, putTurn) = AsyncStream.makeStream()
    }

    /// Opens the socket.
    ///
    /// - Returns: The address as it is, with the port that the system chose.
    /// - Throws: `ZeroMQError` that names the address; nothing stays open then.
    package func open(at endpoint: ServerEndpoint) throws -> Address {
        do {
            var options = SocketOptions(for: .router)
            options.inboundFrameLimit = Self.commandLimit
            options.outboundFrameLimit = Self.commandLimit
            let socket = try thread.makeSocket(.router, options)
            self.socket = socket
            socket.onReceive = { [weak self] batch in self?.assumeIsolated { $0.take(batch) } }
            // A messaging thread that ends answers nobody: the run ends with it.
            socket.addCloseHandler { [weak self] reason in
                if reason == .terminated { self?.assumeIsolated { $0.close() } }
            }
            return try socket.bind(endpoint)
        } catch {
            close()
            throw error
        }
    }

    /// Serves until the task is cancelled or the port is closed; a port is run once.
    package func run() async {
        await withDiscardingTaskGroup { group in
            for await turn in turns {
                group.addTask { await self.perform(turn) }
            }
            // Whoever still waits for something would hold up the end.
            group.cancelAll()
        }
        close()
    }

    /// Ends the serving and closes the socket, and with it every connection; the address is free for another port.
    package func close() {
        putTurn.finish()
        socket?.close()
        socket = nil
    }

    private func take(_ batch: [Frames]) {
        for message in batch {
            let item = CommandQueue.Item(parts: message.parts, sender: message.sender)
            switch queue.add(item) {
            case .start: putTurn.yield(item)
            case .wait, .repeated: continue
            case .busy: refuse(item)
            }
        }
    }

    private func refuse(_ item: CommandQueue.Item) {
        var rest = item.parts.dropFirst()
        guard let peer = item.parts.first, let envelope = Envelope(frames: &rest) else { return }
        let fault = FeedReply.Fault(.busy, "too much is going on; ask again in a second.")
        reply(envelope.frames(of: .error(fault)), to: peer)
    }

    private func perform(_ item: CommandQueue.Item) async {
        if let peer = item.parts.first, let answer = await Self.answer(item, service) { reply(answer, to: peer) }
        if let next = queue.finish(item) { putTurn.yield(next) }
    }

    /// Reads, carries out and writes away from the messaging thread: a command may carry a file of megabytes.
    @concurrent
    private static func answer(_ item: CommandQueue.Item, _ service: Service) async -> [[UInt8]]? {
        var rest = item.parts.dropFirst()
        // Without our envelope the sender would not understand an answer.
        guard let envelope = Envelope(frames: &rest) else { return nil }
        do throws(FeedReply.Fault) {
            let reply: CommandReply =
                switch try FeedRequest(frames: rest) {
                case .command(let command): await service.carryOut(command, sender: item.sender)
                case .query(let query): await service.answer(query, sender: item.sender)
                case .hello, .fetch, .acknowledge, .snapshot, .parked:
                    throw FeedReply.Fault(.badRequest, "the feed's verbs go to the feed endpoint.")
                }
            return envelope.frames(of: .reply(reply))
        } catch {
            return envelope.frames(of: .error(error))
        }
    }

    private func reply(_ frames: [[UInt8]], to peer: [UInt8]) {
        // A client that does not take its reply asks again under the same key.
        _ = try? socket?.send(Frames([peer] + frames))
    }
}
