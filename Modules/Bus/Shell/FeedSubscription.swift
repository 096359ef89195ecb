package import EventSourcing
package import ZeroMQ

/// Follows one feed over its live and feed sockets and hands each event over once, in order.
///
/// The one who runs it makes the effect and keeps the cursor in one transaction; a subscription that is run again with
/// that cursor goes on where it was.
package actor FeedSubscription {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Makes the effect of a batch and keeps the cursor; throws when nothing was kept, and is then tried again.
    ///
    /// It runs away from the messaging thread, which serves every socket of the process.
    /// `attempt` counts the times that the batch which begins here has failed since the subscription began: 0 at first.
    package typealias Apply = @concurrent @Sendable (_ entries: [FeedEntry], Epoch, _ attempt: Int) async throws -> Void
    /// Makes the effect of a page of a snapshot, and with the last one that of the cursor at `asOf` in the same
    /// transaction; throws when nothing was kept, and is then tried again.
    ///
    /// A snapshot that a crash broke off begins again with its first page.
    package typealias ApplySnapshot =
        @concurrent @Sendable (
            _ entries: [FeedEntry], Epoch, _ asOf: FeedOffset, _ isLast: Bool
        ) async throws -> Void
    /// Hears what an operator may want to know.
    package typealias Notice = @Sendable (String) -> Void

    private enum Batch: Sendable {
        case events([FeedEntry], Epoch, attempt: Int)
        case snapshot([FeedEntry], Epoch, asOf: FeedOffset, isLast: Bool)
    }

    private let thread: IOThread
    private let source: FeedSource
    private let apply: Apply
    private let applySnapshot: ApplySnapshot?
    private let notice: Notice
    private var consumer: FeedConsumer
    private var live: Socket?
    private var feed: Socket?
    private var unsent: [Frames] = []
    private var flushTimer: TimerID?
    private var isRunning = true
    private let started = ContinuousClock.now
    private var halt: FeedConsumer.Halt?
    private let batches: AsyncStream<Batch>
    private let putBatch: AsyncStream<Batch>.Continuation

    /// Makes a subscription; it begins when it is run.
    ///
    /// - Parameters:
    ///   - source: The feed and the consumer's name.
    ///   - cursor: Where the consumer's own store says it had come; `nil` begins at the first event.
    ///   - timing: The intervals.
    ///   - thread: The messaging thread.
    ///   - notice: Hears failures and the reason of a halt.
    ///   - apply: Makes the effect of a batch.
    ///   - applySnapshot: Makes the effect of a snapshot when the feed no longer reaches back to the cursor; without it
    ///     the subscription stops then.
    package init(
        _ source: FeedSource,
        from cursor: FeedCursor?,
        timing: ConsumerTiming = ConsumerTiming(),
        on thread: IOThread,
        notice: @escaping Notice,
        apply: @escaping Apply,
        applySnapshot: ApplySnapshot? = nil
    ) {
        self.source = source
        self.thread = thread
        self.apply = apply
        self.applySnapshot = applySnapshot
        self.notice = notice
        consumer = FeedConsumer(
            name: source.consumer,
            cursor: cursor,
            onGone: applySnapshot == nil ? .halt : .snapshot,
            timing: timing,
            seed: UInt64.random(in: .min ... .max)
        )
        // The state machine has one batch under way at most.
        (batches, putBatch) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Follows the feed until the task is cancelled or the feed turns out to be another one.
    ///
    /// - Returns: Why it stopped for good, or `nil` when it was asked to end.
    @discardableResult
    package func run() async -> FeedConsumer.Halt? {
        tick()
        for await batch in batches {
            do {
                handle(try await makeEffect(of: batch))
            } catch {
                // At the end of the task nothing was kept, and nobody needs to hear of it.
                guard !Task.isCancelled else { break }
                notice("the events of \(source.feed) cannot be applied yet and will be tried again: \(error)")
                handle(.applyFailed)
            }
        }
        close()
        return halt
    }

    private func makeEffect(of batch: Batch) async throws -> FeedConsumer.Input {
        switch batch {
        case .events(let entries, let epoch, let attempt):
            try await apply(entries, epoch, attempt)
            return .applied(entries.last?.offset ?? consumer.position)
        case .snapshot(let entries, let epoch, let asOf, let isLast):
            try await applySnapshot?(entries, epoch, asOf, isLast)
            return .snapshotApplied
        }
    }

    /// How far the consumer has come, and how far the feed is known to have come.
    package var progress: (position: FeedOffset, head: FeedOffset) { (consumer.position, consumer.knownHead) }

    /// Ends the subscription, and with it the run; a second call does nothing.
    package func close() {
        isRunning = false
        putBatch.finish()
        closeSockets()
    }

    private func closeSockets() {
        for socket in [live, feed] { socket?.close() }
        (live, feed) = (nil, nil)
        unsent = []
        if let flushTimer { thread.cancel(flushTimer) }
        flushTimer = nil
    }

    private func tick() {
        guard isRunning else { return }
        handle(.tick)
        thread.schedule(after: .milliseconds(50)) { [weak self] in self?.assumeIsolated { $0.tick() } }
    }

    private func handle(_ input: FeedConsumer.Input) {
        let actions = consumer.handle(input, now: ContinuousClock.now - started)
        for action in actions where isRunning { perform(action) }
    }

    private func perform(_ action: FeedConsumer.Action) {
        switch action {
        case .connect: connect()
        case .send(let request, let number):
            unsent.append(Frames(Envelope(identifier: number.identifierBytes).frames(of: request)))
            sendUnsent()
        case .apply(let entries, let epoch, let attempt):
            putBatch.yield(.events(entries, epoch, attempt: attempt))
        case .applySnapshot(let entries, let epoch, let asOf, let isLast):
            putBatch.yield(.snapshot(entries, epoch, asOf: asOf, isLast: isLast))
        case .notice(let text): notice("\(source.feed): \(text)")
        case .halt(let reason):
            halt = reason
            notice("the subscription to \(source.feed) has stopped: \(reason)")
            close()
        }
    }

    /// Sends what waits; a socket takes nothing before its connection stands.
    private func sendUnsent() {
        guard let feed, flushTimer == nil else { return }
        while let frames = unsent.first {
            // What a closed socket refuses is not answered, and the state machine connects anew.
            guard case .sent? = try? feed.send(frames) else { break }
            unsent.removeFirst()
        }
        guard !unsent.isEmpty else { return }
        flushTimer = thread.schedule(after: .milliseconds(10)) { [weak self] in self?.assumeIsolated { $0.flush() } }
    }

    private func flush() {
        flushTimer = nil
        sendUnsent()
    }

    private func connect() {
        closeSockets()
        do {
            let live = try thread.makeSocket(.sub)
            self.live = live
            // A messaging thread that ends runs no more timers: the run ends with it.
            live.addCloseHandler { [weak self] reason in
                if reason == .terminated { self?.assumeIsolated { $0.close() } }
            }
            live.onReceive = { [weak self] batch in self?.assumeIsolated { $0.hear(live: batch) } }
            for topic in source.topics.isEmpty ? [""] : source.topics + [LiveMessage.heartbeatTopic] {
                try live.subscribe(Array(topic.utf8))
            }
            try live.monitor { [weak self] event in self?.assumeIsolated { $0.hear(event, of: $0.source.live) } }
            try live.connect(source.live)
            var options = SocketOptions(for: .dealer)
            options.inboundFrameLimit = 1_048_576
            let feed = try thread.makeSocket(.dealer, options)
            self.feed = feed
            feed.onReceive = { [weak self] batch in self?.assumeIsolated { $0.hear(feed: batch) } }
            try feed.monitor { [weak self] event in self?.assumeIsolated { $0.hear(event, of: $0.source.feed) } }
            try feed.connect(source.feed)
        } catch {
            notice("\(error)")
            if error.code == .terminated { close() } else { closeSockets() }
        }
    }

    private func hear(_ event: SocketEvent, of endpoint: PeerEndpoint) {
        switch event.kind {
        case .denied:
            handle(
                .denied(
                    why: "\(endpoint) does not let in the key of this consumer. Have its operator admit the key; "
                        + "it is tried again by itself."
                )
            )
        case .handshakeBroken, .handshakeInvalid:
            handle(
                .denied(
                    why: "the handshake with \(endpoint) broke off: it was stopped, has another key than the one "
                        + "expected, or is secured otherwise. It is tried again by itself."
                )
            )
        case .disconnected: handle(.disconnected)
        case .connected, .accepted, .retrying, .ready: break
        }
    }

    private func hear(live batch: [Frames]) {
        for frames in batch {
            // What is not exactly right counts as lost.
            guard let message = LiveMessage(frames: frames.parts) else { continue }
            handle(.live(message))
        }
    }

    private func hear(feed batch: [Frames]) {
        for frames in batch {
            var rest = frames.parts[...]
            guard let envelope = Envelope(frames: &rest), let number = UInt64(identifierBytes: envelope.identifier),
                let reply = FeedReply(frames: rest)
            else { continue }
            handle(.reply(reply, request: number))
        }
    }
}
