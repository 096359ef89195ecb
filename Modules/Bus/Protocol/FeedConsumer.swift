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
        /// The effect of a snapshot's page is on disk, and with the last page the cursor.
        case snapshotApplied
        /// The effect could not be made; nothing of it was kept.
        case applyFailed
        /// The publisher did not let a socket in, or the socket not the publisher; `why` is for the operator.
        case denied(why: String)
        /// A connection broke off.
        case disconnected
        /// Time has passed.
        case tick
    }

    /// Something to be done.
    package enum Action: Hashable, Sendable {
        /// Open new sockets, closing the old ones.
        case connect
        /// Send a request.
        case send(FeedRequest, request: UInt64)
        /// Make the effect of these entries and of the cursor, in one transaction; come back with the result. `attempt`
        /// counts the times that the batch which begins here has failed.
        case apply([FeedEntry], Epoch, attempt: Int)
        /// Make the effect of a snapshot's page, with the last one also that of the cursor at `asOf`, in one transaction;
        /// come back with the result. The first page of a snapshot may come again after a crash.
        case applySnapshot([FeedEntry], Epoch, asOf: FeedOffset, isLast: Bool)
        /// Tell the operator.
        case notice(String)
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

    /// What to do when the feed no longer reaches back to the cursor.
    package enum OnGone: Hashable, Sendable {
        /// Stop: the effects depend on every event.
        case halt
        /// Take the newest entry of each subject instead, and go on from there.
        case snapshot
    }

    enum Phase {
        case waiting(until: Duration)
        case greeting(request: UInt64)
        case following
        case halted
    }

    /// A request that waits for its answer.
    struct Asked {
        let request: UInt64
        var giveUpAt: Duration
    }

    /// How far the taking of a snapshot has come; it outlives a connection.
    struct Snapshotting {
        /// Known from the first page on.
        var asOf: FeedOffset?
        var after = FeedOffset.start
        /// The page that waits for its effect.
        var page: FeedReply.Snapshot?
        var isApplying = false
    }

    let name: String
    let timing: ConsumerTiming
    let onGone: OnGone
    var random: SplitMix
    var phase: Phase
    var epoch: Epoch?
    var applied: FeedOffset
    var applying: FeedOffset?
    var pending: [FeedEntry] = []
    var snapshot: Snapshotting?
    var head: FeedOffset = .start
    /// The request for entries or for a snapshot's page, of which there is one at a time.
    var fetching: Asked?
    var fetchNotBefore: Duration = .zero
    var fetchAgainAt: Duration = .zero
    var connectedAt: Duration = .zero
    var lastHeard: Duration = .zero
    var acknowledged: FeedOffset
    var acknowledgeAt: Duration?
    /// The newest acknowledgement that the service has not kept yet, as far as is known.
    var acknowledging: Asked?
    var retryAt: Duration?
    var attempts = 0
    var failures = 0
    var isDenied = false
    var lastRequest: UInt64 = 0

    /// Begins where the consumer's own store says it had come.
    ///
    /// - Parameters:
    ///   - name: The consumer's name, for acknowledgements.
    ///   - cursor: The cursor, or `nil` when it never followed this feed.
    ///   - onGone: What to do when the feed no longer reaches back to the cursor.
    ///   - timing: The intervals.
    ///   - seed: Makes the jitter of the back-off repeatable.
    package init(
        name: String,
        cursor: FeedCursor?,
        onGone: OnGone = .halt,
        timing: ConsumerTiming = ConsumerTiming(),
        seed: UInt64
    ) {
        self.name = name
        self.onGone = onGone
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
            applying = nil
            pending.removeAll { $0.offset <= offset }
            return advance(to: offset, now: now)
        case .snapshotApplied: return turnPage(now)
        case .applyFailed:
            applying = nil
            snapshot?.isApplying = false
            retryAt = now + timing.backOff(failures)
            failures += 1
            return []
        case .denied(let why): return deny(why, now: now)
        case .disconnected: return isConnected ? reconnect(now) : []
        case .tick: return tick(now)
        }
    }

    mutating func advance(to offset: FeedOffset, now: Duration) -> [Action] {
        applied = offset
        failures = 0
        if acknowledgeAt == nil { acknowledgeAt = now + timing.acknowledgeWithin }
        return proceed(now)
    }

    mutating func halt(_ reason: Halt) -> [Action] {
        phase = .halted
        return [.halt(reason)]
    }

    mutating func nextRequest() -> UInt64 {
        lastRequest += 1
        return lastRequest
    }

    var expected: FeedOffset { (pending.last?.offset ?? applied).next }
}
