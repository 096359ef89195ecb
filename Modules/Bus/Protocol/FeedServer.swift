package import EventSourcing

/// The publisher's side of the feed: answers fetches at once or when there is something, and never pushes.
///
/// A pure state machine: input in, actions out; no clock, no socket, no store.
package struct FeedServer: Sendable {
    /// A peer of the feed's socket, by its routing identifier.
    package typealias Peer = [UInt8]

    /// Something that happened.
    package enum Input: Sendable {
        /// A message came in, without its routing identifier; `sender` is the user whose key it came under, if any.
        case message(Peer, [[UInt8]], sender: String? = nil)
        /// The feed has grown.
        case head(FeedOffset)
        /// Entries up to here are no longer served.
        case floor(FeedOffset)
        /// What was read for a fetch.
        case entries(Ticket, [FeedEntry])
        /// What was read for a page of the snapshot as of an entry.
        case snapshot(Ticket, [FeedEntry], asOf: FeedOffset)
        /// What a consumer had acknowledged, for its welcome.
        case acknowledged(Ticket, FeedOffset)
        /// The store has kept an acknowledgement or a note: only now may its consumer count on it.
        case kept(Ticket)
        /// The service does not do what was asked.
        case refused(Ticket, FeedReply.Fault)
        /// Time has passed.
        case tick
    }

    /// Something to be done.
    package enum Action: Hashable, Sendable {
        /// Send frames to a peer; dropped when the peer does not take them, for it asks again.
        case reply(Peer, [[UInt8]])
        /// Read entries and come back with them.
        case read(Ticket, after: FeedOffset, limit: Int, maxBytes: Int)
        /// Read a page of a snapshot and come back with it.
        case readSnapshot(Ticket, asOf: FeedOffset, after: FeedOffset, limit: Int, maxBytes: Int)
        /// Look up what a consumer has acknowledged and come back with it.
        case lookUp(Ticket, consumer: String)
        /// Keep how far a consumer has come and come back when that is on disk.
        case acknowledge(Ticket, consumer: String, FeedOffset)
        /// Keep that a consumer has set an entry aside and come back when that is on disk.
        case notePark(Ticket, consumer: String, FeedOffset, reason: String)

        /// What ties the outcome to its request.
        var ticket: Ticket? {
            switch self {
            case .reply: nil
            case .read(let ticket, _, _, _), .readSnapshot(let ticket, _, _, _, _), .lookUp(let ticket, _),
                .acknowledge(let ticket, _, _), .notePark(let ticket, _, _, _):
                ticket
            }
        }
    }

    /// Ties what was read to the request that asked for it.
    package struct Ticket: Hashable, Sendable {
        let peer: Peer
        let envelope: Envelope
        let sender: String?
        /// Where the fetch begins, of one that is answered by entries.
        var from: FeedOffset?
        /// The page of a snapshot of which it is not known yet whether it is the last.
        var page: [FeedEntry]?
    }

    struct Waiting {
        let ticket: Ticket
        let fetch: FeedRequest.Fetch
        let until: Duration
    }

    let epoch: Epoch
    let expected: Set<String>?
    private(set) var head: FeedOffset
    private(set) var floor: FeedOffset
    var waiting: [Peer: Waiting] = [:]

    /// Begins to serve a feed.
    ///
    /// - Parameters:
    ///   - epoch: The life of the feed.
    ///   - head: The newest entry.
    ///   - floor: The entries up to here are no longer served.
    ///   - expected: The users whom this feed is for, as the authenticator knows them; `nil` serves everybody.
    package init(epoch: Epoch, head: FeedOffset, floor: FeedOffset = .start, expecting expected: Set<String>? = nil) {
        (self.epoch, self.head, self.floor, self.expected) = (epoch, head, floor, expected)
    }

    /// The number of fetches that are being held.
    package var waitingCount: Int { waiting.count }

    /// Takes one input at a moment of a monotonic clock.
    package mutating func handle(_ input: Input, now: Duration) -> [Action] {
        switch input {
        case .message(let peer, let frames, let sender):
            return receive(frames, from: peer, sender, now: now)
        case .head(let newHead):
            head = max(head, newHead)
            let reached = head.value
            return release { reached > $0.fetch.from }.map(read)
        case .floor(let newFloor):
            floor = max(floor, newFloor)
            // What is not served any more was there.
            return handle(.head(floor), now: now)
        case .entries(let ticket, let entries):
            // Reading may overtake the notice of a new head.
            if let last = entries.last { head = max(head, last.offset) }
            if let from = ticket.from, let fault = gone(from) { return [answer(ticket, .error(fault))] }
            return [answer(ticket, .events(FeedReply.Events(epoch: epoch, head: head, entries: entries)))]
        case .snapshot(let ticket, let entries, let asOf):
            return [turn(ticket, entries, asOf: asOf)]
        case .acknowledged(let ticket, let offset):
            return [answer(ticket, .welcome(welcome(acked: offset)))]
        case .kept(let ticket):
            return [answer(ticket, .acknowledged)]
        case .refused(let ticket, let fault):
            return [answer(ticket, .error(fault))]
        case .tick:
            let nothing = FeedReply.Events(epoch: epoch, head: head, entries: [])
            return release { $0.until <= now }.map { answer($0.ticket, .events(nothing)) }
        }
    }

    private mutating func receive(
        _ message: [[UInt8]],
        from peer: Peer,
        _ sender: String?,
        now: Duration
    ) -> [Action] {
        var frames = message[...]
        // A message without our envelope cannot be answered in a form that its sender would understand.
        guard let envelope = Envelope(frames: &frames) else { return [] }
        let ticket = Ticket(peer: peer, envelope: envelope, sender: sender)
        do throws(FeedReply.Fault) {
            try check(sender: sender)
            return try accept(try FeedRequest(frames: frames), ticket, now: now)
        } catch {
            return [answer(ticket, .error(error))]
        }
    }

    private mutating func release(where isDue: (Waiting) -> Bool) -> [Waiting] {
        let due = waiting.values.filter(isDue)
        for item in due { waiting[item.ticket.peer] = nil }
        return due
    }

    func read(_ waiting: Waiting) -> Action {
        .read(
            waiting.ticket,
            after: FeedOffset(waiting.fetch.from),
            limit: min(waiting.fetch.max, FeedLimits.events),
            maxBytes: min(waiting.fetch.maxBytes, FeedLimits.bytes)
        )
    }

    /// Answers with a page of a snapshot once it is known whether another one follows.
    ///
    /// The entry at `asOf` need not be in the snapshot: it is not when a back-fill put something older there. So what comes
    /// after the page is looked at, for the last page has to say that it is: with it the consumer moves to `asOf`.
    private func turn(_ ticket: Ticket, _ entries: [FeedEntry], asOf: FeedOffset) -> Action {
        if ticket.page == nil, let last = entries.last, last.offset < asOf {
            var asked = ticket
            asked.page = entries
            return .readSnapshot(asked, asOf: asOf, after: last.offset, limit: 1, maxBytes: 1)
        }
        let isLast = ticket.page == nil || entries.isEmpty
        let page = FeedReply.Snapshot(epoch: epoch, asOf: asOf, entries: ticket.page ?? entries, isLast: isLast)
        return answer(ticket, .snapshot(page))
    }

    private func welcome(acked: FeedOffset) -> FeedReply.Welcome {
        FeedReply.Welcome(
            epoch: epoch.description,
            head: head.value,
            floor: floor.value,
            acked: acked.value,
            maxEvents: FeedLimits.events,
            maxBytes: FeedLimits.bytes,
            heartbeatMs: Int(FeedLimits.heartbeat / .milliseconds(1))
        )
    }

    func answer(_ ticket: Ticket, _ reply: FeedReply) -> Action {
        .reply(ticket.peer, ticket.envelope.frames(of: reply))
    }
}
