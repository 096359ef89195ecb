import EventSourcing
package import ZeroMQ

/// A service's place on the bus: three sockets on the messaging thread, and the loop that serves them.
///
/// The truth is the store: a live message goes out after its commit, a reply after its commit, and both may get lost
/// without harm.
package actor ServicePort<Service: FeedService> {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private enum Job: Sendable {
        case feed(FeedServer.Action)
        case command(ServerRequest)
    }

    private let thread: IOThread
    private let service: Service
    private var server: FeedServer
    private var live: Socket?
    private var feed: Socket?
    private var command: Socket?
    private let jobs: AsyncStream<Job>
    private let putJob: AsyncStream<Job>.Continuation
    private let started = ContinuousClock.now
    private var head: FeedOffset
    private var announced: FeedOffset
    /// The most requests that wait for the store before further ones are told to come back.
    private static var backlog: Int { 4096 }
    /// The most bytes of a command: it may carry a delivered file.
    private static var commandLimit: Int { 32 * 1_048_576 }

    /// Makes the port of a service; nothing is open yet.
    package init(_ service: Service, on thread: IOThread) async throws {
        self.service = service
        self.thread = thread
        let head = try await service.head()
        self.head = head
        announced = head
        server = FeedServer(epoch: service.epoch, head: head)
        (jobs, putJob) = AsyncStream.makeStream(of: Job.self, bufferingPolicy: .bufferingOldest(Self.backlog))
    }

    /// Opens the three sockets.
    ///
    /// - Returns: The addresses as they are, with the ports that the system chose.
    /// - Throws: `ZeroMQError` that names the address; nothing stays open then.
    package func open(at addresses: PortAddresses) throws -> PortAddresses {
        do {
            let live = try thread.makeSocket(.xpub)
            self.live = live
            live.onReceive = { [weak self] batch in self?.assumeIsolated { $0.answerBarriers(batch) } }
            let feed = try thread.makeSocket(.router)
            self.feed = feed
            feed.onReceive = { [weak self] batch in self?.assumeIsolated { $0.takeFeed(batch) } }
            var options = SocketOptions(for: .router)
            options.inboundFrameLimit = Self.commandLimit
            options.outboundFrameLimit = Self.commandLimit
            let command = try thread.makeSocket(.router, options)
            self.command = command
            command.onReceive = { [weak self] batch in self?.assumeIsolated { $0.takeCommands(batch) } }
            return PortAddresses(
                live: try live.bind(addresses.live),
                feed: try feed.bind(addresses.feed),
                command: try command.bind(addresses.command)
            )
        } catch {
            close()
            throw error
        }
    }

    /// Serves until the task is cancelled.
    package func run() async {
        beat()
        tick()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.announceCommits() }
            for await job in jobs {
                group.addTask { await self.perform(job) }
            }
        }
        close()
    }

    /// Ends the serving and closes the sockets.
    package func close() {
        putJob.finish()
        for socket in [live, feed, command] { socket?.close() }
        (live, feed, command) = (nil, nil, nil)
    }

    // MARK: Live

    private func announceCommits() async {
        for await newHead in service.heads {
            await announce(upTo: newHead)
        }
    }

    private func announce(upTo newHead: FeedOffset) async {
        // What was committed before this process started is left to the feed.
        while announced < newHead {
            guard let entries = try? await service.entries(after: announced, limit: 500, maxBytes: 1_048_576),
                let last = entries.last
            else { break }
            head = max(head, newHead)
            announced = last.offset
            let now = service.now
            let messages = entries.map { entry in
                Frames(LiveMessage(entry, epoch: service.epoch, head: head, sentAt: now).frames)
            }
            // A live message that cannot be sent is fetched instead.
            _ = try? live?.sendBatch(messages)
        }
        head = max(head, newHead)
        handle(.head(newHead))
    }

    private func answerBarriers(_ batch: [Frames]) {
        for frames in batch {
            guard case .subscribed(let bytes)? = SubscriptionChange(frames),
                let topic = String(validating: bytes, as: UTF8.self), topic.hasPrefix(LiveMessage.syncPrefix)
            else { continue }
            let message = LiveMessage(answering: topic, epoch: service.epoch, head: head, sentAt: service.now)
            _ = try? live?.send(Frames(message.frames))
        }
    }

    private func beat() {
        guard let live else { return }
        let message = LiveMessage(heartbeatOf: service.epoch, head: head, sentAt: service.now)
        _ = try? live.send(Frames(message.frames))
        thread.schedule(after: FeedLimits.heartbeat) { [weak self] in self?.assumeIsolated { $0.beat() } }
    }

    // MARK: Feed

    private func tick() {
        guard feed != nil else { return }
        handle(.tick)
        thread.schedule(after: .milliseconds(50)) { [weak self] in self?.assumeIsolated { $0.tick() } }
    }

    private func takeFeed(_ batch: [Frames]) {
        for frames in batch {
            guard let peer = frames.first else { continue }
            handle(.message(peer, Array(frames.parts.dropFirst())))
        }
    }

    private func handle(_ input: FeedServer.Input) {
        for action in server.handle(input, now: ContinuousClock.now - started) {
            if case .reply(let peer, let frames) = action {
                // A peer that does not take its reply asks again.
                _ = try? feed?.send(Frames([peer] + frames))
            } else {
                // A full backlog drops the request; the consumer asks again.
                putJob.yield(.feed(action))
            }
        }
    }

    private func perform(_ job: Job) async {
        switch job {
        case .feed(let action): await perform(action)
        case .command(let request): await perform(request)
        }
    }

    private func perform(_ action: FeedServer.Action) async {
        switch action {
        case .reply: break
        case .read(let ticket, let after, let limit, let maxBytes):
            // A read that fails leaves the fetch unanswered; the consumer gives up and comes back.
            guard let entries = try? await service.entries(after: after, limit: limit, maxBytes: maxBytes) else { return }
            handle(.entries(ticket, entries))
        case .lookUp(let ticket, let consumer):
            guard let offset = try? await service.acknowledged(by: consumer) else { return }
            handle(.acknowledged(ticket, offset))
        case .acknowledge(let consumer, let offset):
            try? await service.acknowledge(consumer: consumer, upTo: offset)
        }
    }

    // MARK: Commands

    private func takeCommands(_ batch: [Frames]) {
        for frames in batch {
            guard let peer = frames.first else { continue }
            switch ServerRequest.read(peer: peer, frames: Array(frames.parts.dropFirst())) {
            case .request(let request):
                if case .dropped = putJob.yield(.command(request)) {
                    reply(.error(FeedReply.Fault(.busy, "too much is going on; ask again in a second.")), to: request)
                }
            case .fault(let fault, let peer, let envelope):
                _ = try? command?.send(Frames([peer] + envelope.frames(of: .error(fault))))
            case .foreign: break
            }
        }
    }

    private func perform(_ request: ServerRequest) async {
        switch request.request {
        case .command(let command): reply(.reply(await service.carryOut(command)), to: request)
        case .query(let query): reply(.reply(await service.answer(query)), to: request)
        case .hello, .fetch, .acknowledge:
            reply(.error(FeedReply.Fault(.badRequest, "the feed's verbs go to the feed endpoint.")), to: request)
        }
    }

    private func reply(_ reply: FeedReply, to request: ServerRequest) {
        // A client that does not take its reply asks again under the same key.
        _ = try? command?.send(Frames([request.peer] + request.envelope.frames(of: reply)))
    }
}
