import EventSourcing
package import ZeroMQ

/// A feed's place on the bus: its two sockets on the messaging thread, and the loop that serves them.
///
/// The truth is the store: a live message goes out after its commit, a reply after its commit, and both may get lost
/// without harm.
package actor FeedPort<Service: FeedService> {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    let thread: IOThread
    let service: Service
    var live: Socket?
    var head: FeedOffset
    var announced: FeedOffset
    /// What is listened to live, apart from signs of life and barriers.
    var subscriptions: Set<[UInt8]> = []
    /// All topics that subscribers named, with those.
    var topics: Set<[UInt8]> = []
    private var liveEndpoint: ServerEndpoint?
    let limits: PortLimits
    private var server: FeedServer
    private var feed: Socket?
    private let jobs: AsyncStream<FeedServer.Action>
    private let putJob: AsyncStream<FeedServer.Action>.Continuation
    private let started = ContinuousClock.now
    private var jobCount = 0
    /// The most replies that wait for one peer: a batch has up to 1 MiB, and a consumer asks for one at a time.
    private static var unreadReplies: Int32 { 4 }

    /// Makes the port of a feed; nothing is open yet.
    ///
    /// - Parameters:
    ///   - service: The store behind the feed.
    ///   - expected: The users whom the feed is for, as the authenticator knows them; another sender gets the fault
    ///     `denied` and no data. `nil` serves whoever is connected.
    ///   - limits: How much it takes on at a time.
    ///   - thread: The messaging thread.
    /// - Throws: What the service throws when it cannot tell its head or floor.
    package init(
        _ service: Service,
        expecting expected: Set<String>? = nil,
        limits: PortLimits = PortLimits(),
        on thread: IOThread
    ) async throws {
        self.service = service
        self.thread = thread
        self.limits = limits
        let (head, floor) = (try await service.head(), try await service.floor())
        self.head = head
        announced = head
        server = FeedServer(epoch: service.epoch, head: head, floor: floor, expecting: expected)
        // Bounded by the limits, which are held before a job is put in.
        (jobs, putJob) = AsyncStream.makeStream()
    }

    /// Opens the two sockets.
    ///
    /// - Returns: The addresses as they are, with the ports that the system chose.
    /// - Throws: `ZeroMQError` that names the address; nothing stays open then.
    package func open(at endpoints: DoorEndpoints) throws -> DoorAddresses {
        do {
            let live = try openLive(at: endpoints.live)
            var options = SocketOptions(for: .router)
            options.inboundFrameLimit = limits.requestBytes
            options.outboundFrameLimit = FeedLimits.bytes
            options.sendHighWater = Self.unreadReplies
            let feed = try thread.makeSocket(.router, options)
            self.feed = feed
            feed.onReceive = { [weak self] batch in self?.assumeIsolated { $0.take(batch) } }
            // A messaging thread that ends runs no more timers: the run ends with it.
            feed.addCloseHandler { [weak self] reason in
                if reason == .terminated { self?.assumeIsolated { $0.close() } }
            }
            return DoorAddresses(live: live, feed: try feed.bind(endpoints.feed))
        } catch {
            close()
            throw error
        }
    }

    private func openLive(at endpoint: ServerEndpoint) throws -> Address {
        var options = SocketOptions(for: .xpub)
        options.inboundFrameLimit = limits.subscriptionBytes
        let live = try thread.makeSocket(.xpub, options)
        self.live = live
        live.onReceive = { [weak self] batch in self?.assumeIsolated { $0.takeSubscriptions(batch) } }
        let address = try live.bind(endpoint)
        // The port that the system chose stays the same when the socket is opened anew.
        liveEndpoint =
            switch endpoint {
            case .unsecured: .unsecured(try LocalEndpoint(address))
            case .curve(_, let server): .curve(address, server)
            }
        return address
    }

    /// Ends every connection of the live socket, and opens it at the same place; those that may come back do.
    func reopenLive() {
        live?.close()
        live = nil
        (subscriptions, topics) = ([], [])
        guard feed != nil, let liveEndpoint else { return }
        do {
            _ = try openLive(at: liveEndpoint)
        } catch {
            live?.close()
            live = nil
            // Until then consumers fetch.
            thread.schedule(after: .milliseconds(100)) { [weak self] in self?.assumeIsolated { $0.reopenLive() } }
        }
    }

    /// Whether the port has been opened and not closed.
    var isServing: Bool { feed != nil }

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

    /// Ends the serving and closes the sockets, and with them every connection; the addresses are free for another port.
    package func close() {
        putJob.finish()
        for socket in [live, feed] { socket?.close() }
        (live, feed) = (nil, nil)
    }

    // MARK: Serving

    private func tick() {
        guard feed != nil else { return }
        handle(.tick)
        thread.schedule(after: .milliseconds(50)) { [weak self] in self?.assumeIsolated { $0.tick() } }
    }

    private func take(_ batch: [Frames]) {
        for frames in batch {
            guard let peer = frames.first else { continue }
            handle(.message(peer, Array(frames.parts.dropFirst()), sender: frames.sender))
        }
    }

    func handle(_ input: FeedServer.Input) {
        for action in server.handle(input, now: ContinuousClock.now - started) {
            if case .reply(let peer, let frames) = action {
                // A peer that does not take its reply asks again.
                _ = try? feed?.send(Frames([peer] + frames))
            } else {
                // A request that there is no room for is dropped; the consumer asks again.
                guard jobCount < limits.feedJobs else {
                    if let ticket = action.ticket { handle(.unanswered(ticket)) }
                    continue
                }
                jobCount += 1
                putJob.yield(action)
            }
        }
    }

    private func perform(_ job: FeedServer.Action) async {
        do {
            if let outcome = try await outcome(of: job) { handle(outcome) }
        } catch let fault as FeedReply.Fault {
            if let ticket = job.ticket { handle(.refused(ticket, fault)) }
        } catch {
            // What could not be read or kept is not answered; the consumer gives up and asks again.
            if let ticket = job.ticket { handle(.unanswered(ticket)) }
        }
        jobCount -= 1
    }

    private func outcome(of job: FeedServer.Action) async throws -> FeedServer.Input? {
        switch job {
        case .reply: return nil
        case .read(let ticket, let after, let limit, let maxBytes):
            let entries = try await service.entries(after: after, limit: limit, maxBytes: maxBytes)
            // The floor may have risen above what was asked for.
            if entries.first?.offset != after.next { handle(.floor(try await service.floor())) }
            return .entries(ticket, entries)
        case .readSnapshot(let ticket, let asOf, let after, let limit, let maxBytes):
            let entries = try await service.snapshot(asOf: asOf, after: after, limit: limit, maxBytes: maxBytes)
            return .snapshot(ticket, entries, asOf: asOf)
        case .lookUp(let ticket, let consumer):
            let offset = try await service.acknowledged(by: consumer)
            handle(.floor(try await service.floor()))
            return .acknowledged(ticket, offset)
        case .acknowledge(let ticket, let consumer, let offset):
            try await service.acknowledge(consumer: consumer, upTo: offset)
            return .kept(ticket)
        case .notePark(let ticket, let consumer, let offset, let reason):
            try await service.notePark(consumer: consumer, offset: offset, reason: reason)
            return .kept(ticket)
        }
    }
}
