import Contracts
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
        case command(CommandQueue.Item)
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
    private let limits: PortLimits
    private var feedJobCount = 0
    private var commands: CommandQueue
    /// The most replies that wait for one peer: a batch has up to 1 MiB.
    private static var unreadReplies: Int32 { 32 }
    /// The most bytes of a command: it may carry a delivered file.
    private static var commandLimit: Int { 32 * 1_048_576 }

    /// Makes the port of a service; nothing is open yet.
    package init(_ service: Service, limits: PortLimits = PortLimits(), on thread: IOThread) async throws {
        self.service = service
        self.thread = thread
        self.limits = limits
        commands = CommandQueue(limits)
        let head = try await service.head()
        self.head = head
        announced = head
        server = FeedServer(epoch: service.epoch, head: head)
        // Bounded by the limits, which are held before a job is put in.
        (jobs, putJob) = AsyncStream.makeStream(of: Job.self)
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
            var feedOptions = SocketOptions(for: .router)
            feedOptions.outboundFrameLimit = FeedLimits.bytes
            feedOptions.sendHighWater = Self.unreadReplies
            let feed = try thread.makeSocket(.router, feedOptions)
            self.feed = feed
            feed.onReceive = { [weak self] batch in self?.assumeIsolated { $0.takeFeed(batch) } }
            // A messaging thread that ends runs no more timers: the run ends with it.
            feed.addCloseHandler { [weak self] reason in
                if reason == .terminated { self?.assumeIsolated { $0.close() } }
            }
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

    /// Serves until the task is cancelled or the port is closed; a port is run once.
    package func run() async {
        beat()
        tick()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.announceCommits() }
            for await job in jobs {
                group.addTask { await self.perform(job) }
            }
            // The listening for commits would go on when it was not the task that ended.
            group.cancelAll()
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
        let heads = service.heads
        // What was committed before anybody listened.
        if let head = try? await service.head() { await announce(upTo: head) }
        for await newHead in heads { await announce(upTo: newHead) }
    }

    private func announce(upTo newHead: FeedOffset) async {
        // What was committed before this process started is left to the feed.
        while announced < newHead {
            guard let entries = try? await service.entries(after: announced, limit: 500, maxBytes: 1_048_576),
                let last = entries.last
            else { break }
            // Reading may overtake the notice of a new head.
            announced = last.offset
            head = max(head, newHead, announced)
            let now = service.now
            let messages = entries.map { entry in
                Frames(LiveMessage(entry, epoch: service.epoch, head: head, sentAt: now).frames)
            }
            // A live message that cannot be sent is fetched instead.
            _ = try? live?.sendBatch(messages)
            // In the same turn: whoever got a live message may fetch what follows it, which must not seem unknown.
            handle(.head(head))
        }
        head = max(head, newHead)
        handle(.head(head))
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
                // A request that there is no room for is dropped; the consumer asks again.
                guard feedJobCount < limits.feedJobs else { continue }
                feedJobCount += 1
                putJob.yield(.feed(action))
            }
        }
    }

    private func perform(_ job: Job) async {
        switch job {
        case .feed(let action):
            await perform(action)
            feedJobCount -= 1
        case .command(let item):
            await perform(item)
            if let next = commands.finish(item) { putJob.yield(.command(next)) }
        }
    }

    private func perform(_ action: FeedServer.Action) async {
        switch action {
        case .reply: break
        case .read(let ticket, let after, let limit, let maxBytes):
            // A read that fails leaves the fetch unanswered; the consumer gives up and comes back.
            guard let entries = try? await service.entries(after: after, limit: limit, maxBytes: maxBytes) else {
                return
            }
            handle(.entries(ticket, entries))
        case .lookUp(let ticket, let consumer):
            guard let offset = try? await service.acknowledged(by: consumer) else { return }
            handle(.acknowledged(ticket, offset))
        case .acknowledge(let ticket, let consumer, let offset):
            // What was not kept is not answered; the consumer says it again with its next acknowledgement.
            guard (try? await service.acknowledge(consumer: consumer, upTo: offset)) != nil else { return }
            handle(.acknowledgementKept(ticket))
        }
    }

    // MARK: Commands

    private func takeCommands(_ batch: [Frames]) {
        for message in batch {
            let item = CommandQueue.Item(parts: message.parts)
            switch commands.add(item) {
            case .start: putJob.yield(.command(item))
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
        guard let peer = item.parts.first, let answer = await Self.answer(item.parts.dropFirst(), service) else {
            return
        }
        reply(answer, to: peer)
    }

    /// Reads, carries out and writes away from the messaging thread: a command may carry a file of megabytes.
    @concurrent
    private static func answer(_ frames: ArraySlice<[UInt8]>, _ service: Service) async -> [[UInt8]]? {
        var rest = frames
        // Without our envelope the sender would not understand an answer.
        guard let envelope = Envelope(frames: &rest) else { return nil }
        do throws(FeedReply.Fault) {
            let reply: CommandReply =
                switch try FeedRequest(frames: rest) {
                case .command(let command): await service.carryOut(command)
                case .query(let query): await service.answer(query)
                case .hello, .fetch, .acknowledge:
                    throw FeedReply.Fault(.badRequest, "the feed's verbs go to the feed endpoint.")
                }
            return envelope.frames(of: .reply(reply))
        } catch {
            return envelope.frames(of: .error(error))
        }
    }

    private func reply(_ frames: [[UInt8]], to peer: [UInt8]) {
        // A client that does not take its reply asks again under the same key.
        _ = try? command?.send(Frames([peer] + frames))
    }
}
