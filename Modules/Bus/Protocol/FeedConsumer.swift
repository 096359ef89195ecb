package import EventSourcing

/// The consumer's side of the feed: follows live events, fetches what it missed, and applies every event once, in order.
///
/// A pure state machine: input in, actions out; no clock, no socket, no store. Correct when every live message is lost,
/// doubled, late or out of order: live events only save a fetch.
package struct FeedConsumer: Sendable {
    /// Something that happened.
    package enum Input: Sendable {
        /// A message came over the live channel.
        case live(LiveMessage)
        /// An answer came from the feed; `request` is the identifier of the request it answers.
        case reply(FeedReply, request: UInt64)
        /// The effect of the events up to here is on disk.
        case applied(FeedOffset)
        /// The effect could not be made; nothing of it was kept.
        case applyFailed
        /// Time has passed.
        case tick
    }

    /// Something to be done.
    package enum Action: Hashable, Sendable {
        /// Open new sockets, closing the old ones.
        case connect
        /// Send a request.
        case send(FeedRequest, request: UInt64)
        /// Make the effect of these entries and of the cursor, in one transaction; come back with the result.
        case apply([FeedEntry], Epoch)
        /// Stop for good and tell the operator why.
        case halt(Halt)
    }

    /// Why a consumer stopped for good.
    package enum Halt: Hashable, Sendable, CustomStringConvertible {
        /// The feed has another life than the one the cursor belongs to: a backup was restored, or the data were removed.
        case epochChanged(String)
        /// The entries after the cursor are no longer kept.
        case gone(String)
        /// Both sides have no version in common.
        case unsupported(String)
        /// The publisher does not accept the introduction, for instance the consumer's name.
        case refused(String)

        package var description: String {
            switch self {
            case .epochChanged(let why), .gone(let why), .unsupported(let why), .refused(let why): why
            }
        }
    }

    private enum Phase {
        case waiting(until: Duration)
        case greeting(request: UInt64)
        case following
        case halted
    }

    private struct Fetching {
        let request: UInt64
        let from: FeedOffset
        var giveUpAt: Duration
    }

    private let name: String
    private let timing: ConsumerTiming
    private var random: SplitMix
    private var phase: Phase
    private var epoch: Epoch?
    private var applied: FeedOffset
    private var applying: FeedOffset?
    private var pending: [FeedEntry] = []
    private var head: FeedOffset = .start
    private var fetching: Fetching?
    private var fetchNotBefore: Duration = .zero
    private var fetchAgainAt: Duration = .zero
    private var lastHeard: Duration = .zero
    private var acknowledged: FeedOffset
    private var acknowledgeAt: Duration?
    private var retryAt: Duration?
    private var attempts = 0
    private var failures = 0
    private var lastRequest: UInt64 = 0

    /// Begins where the consumer's own store says it had come.
    ///
    /// - Parameters:
    ///   - name: The consumer's name, for acknowledgements.
    ///   - cursor: The cursor, or `nil` when it never followed this feed.
    ///   - timing: The intervals.
    ///   - seed: Makes the jitter of the back-off repeatable.
    package init(name: String, cursor: FeedCursor?, timing: ConsumerTiming = ConsumerTiming(), seed: UInt64) {
        self.name = name
        self.timing = timing
        random = SplitMix(seed: seed)
        phase = .waiting(until: .zero)
        epoch = cursor?.epoch
        applied = cursor?.offset ?? .start
        acknowledged = applied
    }

    /// The last entry whose effect is on disk.
    package var position: FeedOffset { applied }
    /// The newest entry that the publisher told of.
    package var knownHead: FeedOffset { head }

    /// Takes one input at a moment of a monotonic clock.
    package mutating func handle(_ input: Input, now: Duration) -> [Action] {
        if case .halted = phase { return [] }
        switch input {
        case .live(let message): return hear(message, now: now)
        case .reply(let reply, let request): return hear(reply, to: request, now: now)
        case .applied(let offset):
            applied = offset
            applying = nil
            failures = 0
            pending.removeAll { $0.offset <= offset }
            if acknowledgeAt == nil { acknowledgeAt = now + timing.acknowledgeWithin }
            return proceed(now)
        case .applyFailed:
            applying = nil
            retryAt = now + timing.backOff(failures)
            failures += 1
            return []
        case .tick: return tick(now)
        }
    }

    // MARK: Hearing

    private mutating func hear(_ message: LiveMessage, now: Duration) -> [Action] {
        guard case .following = phase else { return [] }
        guard message.header.epoch == epoch else { return reconnect(now) }
        lastHeard = now
        head = max(head, message.header.head)
        if let entry = message.entry { _ = take(entry) }
        return proceed(now)
    }

    private mutating func hear(_ reply: FeedReply, to request: UInt64, now: Duration) -> [Action] {
        lastHeard = now
        switch (reply, phase) {
        case (.welcome(let welcome), .greeting(let expected)) where expected == request:
            return begin(welcome, now: now)
        case (.events(let events), .following) where fetching?.request == request:
            fetching = nil
            guard events.epoch == epoch else { return reconnect(now) }
            // Only now does the feed work: a welcome can be followed by a refusal for ever.
            attempts = 0
            head = max(head, events.head)
            let news = events.entries.filter { take($0) }.count
            // An answer that does not help although there is more must not be asked for without a pause.
            let isUseless = news == 0 && head >= expected && pending.count < timing.buffer
            fetchAgainAt = isUseless ? now + timing.idleFetch : now
            // A fetch that brought nothing new is not repeated at once: the live channel does the work.
            fetchNotBefore = news > 0 || events.entries.isEmpty ? now : now + timing.idleFetch
            return proceed(now)
        case (.error(let fault), _) where fetching?.request == request || isGreeting(request):
            return meet(fault, now: now)
        default: return []
        }
    }

    private var isGreeting: Bool {
        guard case .greeting = phase else { return false }
        return true
    }

    private func isGreeting(_ request: UInt64) -> Bool {
        guard case .greeting(let expected) = phase else { return false }
        return expected == request
    }

    private mutating func begin(_ welcome: FeedReply.Welcome, now: Duration) -> [Action] {
        guard let heard = Epoch(welcome.epoch), welcome.head >= 0, welcome.acked >= 0 else { return reconnect(now) }
        if let epoch, epoch != heard {
            return halt(
                .epochChanged(
                    "the feed has epoch \(heard), and this consumer had come to \(applied.value) in epoch \(epoch): "
                        + "a backup was restored or the data were removed. Reconcile before going on."
                )
            )
        }
        guard welcome.head >= applied.value else {
            return halt(
                .epochChanged(
                    "the feed ends at \(welcome.head), and this consumer had come to \(applied.value): "
                        + "the feed has lost events. Restore it before going on."
                )
            )
        }
        epoch = heard
        head = max(head, FeedOffset(welcome.head))
        phase = .following
        (fetchNotBefore, fetchAgainAt) = (now, now)
        // An acknowledgement may have been lost with the earlier connection.
        acknowledged = min(applied, FeedOffset(welcome.acked))
        if acknowledged < applied, acknowledgeAt == nil { acknowledgeAt = now + timing.acknowledgeWithin }
        return proceed(now)
    }

    private mutating func meet(_ fault: FeedReply.Fault, now: Duration) -> [Action] {
        switch fault.code {
        case .epochChanged: halt(.epochChanged(fault.message))
        case .gone: halt(.gone(fault.message))
        case .unsupportedVersion: halt(.unsupported(fault.message))
        // An introduction that is refused as it stands is refused again: no new connection would help.
        case .badRequest where isGreeting: halt(.refused(fault.message))
        case .badRequest, .tooLarge, .busy: reconnect(now)
        }
    }

    /// Keeps an entry when it is the next one; anything else is had already or will be fetched.
    private mutating func take(_ entry: FeedEntry) -> Bool {
        guard entry.offset == expected, pending.count < timing.buffer else { return false }
        pending.append(entry)
        return true
    }

    private var expected: FeedOffset { (pending.last?.offset ?? applied).next }

    // MARK: Proceeding

    private mutating func proceed(_ now: Duration) -> [Action] {
        guard case .following = phase, let epoch else { return [] }
        var actions: [Action] = []
        if applying == nil, retryAt == nil, let last = pending.prefix(timing.batch).last {
            applying = last.offset
            actions.append(.apply(Array(pending.prefix(timing.batch)), epoch))
        }
        let isBehind = head >= expected
        // A service that has entries answers at once: a fetch that was sent before is lost, with the process that held it.
        if isBehind { fetching?.giveUpAt.lower(to: now + timing.answerWithin * (1 << min(attempts, 4))) }
        let fetchAt = isBehind ? fetchAgainAt : fetchNotBefore
        if fetching == nil, pending.count < timing.buffer / 2, now >= fetchAt {
            let from = FeedOffset(expected.value - 1)
            let giveUpAt = now + timing.fetchWait * 3 / 2 + .milliseconds(500)
            fetching = Fetching(request: nextRequest(), from: from, giveUpAt: giveUpAt)
            let waitMs = Int(timing.fetchWait / .milliseconds(1))
            let fetch = FeedRequest.Fetch(epoch: epoch, from: from, waitMs: waitMs)
            actions.append(.send(.fetch(fetch), request: lastRequest))
        }
        let isMany = applied.value - acknowledged.value >= timing.acknowledgeEvery
        if applied > acknowledged, isMany || acknowledgeAt.map({ now >= $0 }) ?? false {
            acknowledged = applied
            acknowledgeAt = nil
            let acknowledge = FeedRequest.Acknowledge(consumer: name, epoch: epoch, upTo: applied)
            actions.append(.send(.acknowledge(acknowledge), request: nextRequest()))
        }
        return actions
    }

    private mutating func tick(_ now: Duration) -> [Action] {
        if let retryAt, now >= retryAt { self.retryAt = nil }
        switch phase {
        case .halted: return []
        case .waiting(let until):
            guard now >= until else { return [] }
            lastHeard = now
            phase = .greeting(request: nextRequest())
            return [.connect, .send(.hello(FeedRequest.Hello(consumer: name)), request: lastRequest)]
        case .greeting:
            return now - lastHeard >= timing.silence ? reconnect(now) : []
        case .following:
            let isOverdue = fetching.map { now >= $0.giveUpAt } ?? false
            return isOverdue || now - lastHeard >= timing.silence ? reconnect(now) : proceed(now)
        }
    }

    private mutating func reconnect(_ now: Duration) -> [Action] {
        fetching = nil
        let wait = timing.backOff(attempts)
        attempts += 1
        // Between half and all of the wait, so that many consumers do not come back together.
        phase = .waiting(until: now + wait * (0.5 + 0.5 * random.unit()))
        return []
    }

    private mutating func halt(_ reason: Halt) -> [Action] {
        phase = .halted
        return [.halt(reason)]
    }

    private mutating func nextRequest() -> UInt64 {
        lastRequest += 1
        return lastRequest
    }
}

extension Duration {
    /// Brings a moment forward, never back.
    fileprivate mutating func lower(to other: Duration) { self = min(self, other) }
}
