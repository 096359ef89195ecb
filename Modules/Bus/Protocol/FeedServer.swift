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
        /// Nothing was read or kept: there is no answer, and the consumer asks again.
        case unanswered(Ticket)
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
        /// Counts the messages, so that no two are taken for one another.
        let number: UInt64
        /// Where the fetch begins, of one that is answered by entries.
        var from: FeedOffset?
        /// The page of a snapshot of which it is not known yet whether it is the last.
        var page: [FeedEntry]?
    }

    struct Waiting {
        let ticket: Ticket
        /// What is done when its turn comes.
        let action: Action
        let until: Duration

        /// Tells whether there is something to read for it.
        func isDue(_ head: FeedOffset) -> Bool { ticket.from.map { $0 < head } ?? true }
    }

    let epoch: Epoch
    let expected: Set<String>?
    private(set) var head: FeedOffset
    private(set) var floor: FeedOffset
    /// Of each peer the newest request that waits: for something to read, or for its turn.
    var waiting: [Peer: Waiting] = [:]
    var turns = FeedTurns()
    private var lastNumber: UInt64 = 0

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

    /// The number of requests that wait.
    package var waitingCount: Int { waiting.count }

    /// Takes one input at a moment of a monotonic clock.
    package mutating func handle(_ input: Input, now: Duration) -> [Action] {
        switch input {
        case .message(let peer, let frames, let sender):
            return receive(frames, from: peer, sender, now: now)
        case .head(let newHead):
            head = max(head, newHead)
            return startDue()
        case .floor(let newFloor):
            floor = max(floor, newFloor)
            // What is not served any more was there.
            return handle(.head(floor), now: now)
        case .entries(let ticket, let entries):
            // Reading may overtake the notice of a new head.
            if let last = entries.last { head = max(head, last.offset) }
            if let from = ticket.from, let fault = gone(from) { return finish(ticket, .error(fault)) }
            return finish(ticket, .events(FeedReply.Events(epoch: epoch, head: head, entries: entries)))
        case .snapshot(let ticket, let entries, let asOf):
            let next = turn(ticket, entries, asOf: asOf)
            // Its turn goes on until the page is answered.
            guard case .reply = next else { return [next] }
            return [next] + pass(ticket)
        case .acknowledged(let ticket, let offset):
            return finish(ticket, .welcome(welcome(acked: offset)))
        case .kept(let ticket):
            return finish(ticket, .acknowledged)
        case .refused(let ticket, let fault):
            return finish(ticket, .error(fault))
        case .unanswered(let ticket):
            return pass(ticket)
        case .tick:
            return expire(now)
        }
    }

    private mutating func finish(_ ticket: Ticket, _ reply: FeedReply) -> [Action] {
        [answer(ticket, reply)] + pass(ticket)
    }

    /// Gives a turn back, and lets those read for whom there is one now.
    private mutating func pass(_ ticket: Ticket) -> [Action] {
        turns.end(ticket) ? startDue(of: ticket.sender) : []
    }

    private mutating func startDue() -> [Action] {
        start(waiting.values.filter { $0.isDue(head) })
    }

    private mutating func startDue(of sender: String?) -> [Action] {
        start(waiting.values.filter { $0.ticket.sender == sender && $0.isDue(head) })
    }

    /// Starts what there are turns for, in the order of arrival.
    private mutating func start(_ due: [Waiting]) -> [Action] {
        var actions: [Action] = []
        for item in due.sorted(by: { $0.ticket.number < $1.ticket.number }) where turns.startRead(item.ticket) {
            waiting[item.ticket.peer] = nil
            actions.append(item.action)
        }
        return actions
    }

    private mutating func expire(_ now: Duration) -> [Action] {
        let nothing = FeedReply.Events(epoch: epoch, head: head, entries: [])
        let late = FeedReply.Fault(.busy, "too many of your requests are being answered; ask again in a second.")
        var actions: [Action] = []
        for item in waiting.values.sorted(by: { $0.ticket.number < $1.ticket.number }) {
            let isDue = item.isDue(head)
            guard (isDue ? item.until + FeedLimits.turnWithin : item.until) <= now else { continue }
            waiting[item.ticket.peer] = nil
            actions.append(answer(item.ticket, isDue ? .error(late) : .events(nothing)))
        }
        return actions
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
        lastNumber += 1
        let ticket = Ticket(peer: peer, envelope: envelope, sender: sender, number: lastNumber)
        do throws(FeedReply.Fault) {
            try check(sender: sender)
            return try accept(try FeedRequest(frames: frames), ticket, now: now)
        } catch {
            return [answer(ticket, .error(error))]
        }
    }

    func read(_ fetch: FeedRequest.Fetch, _ ticket: Ticket) -> Action {
        .read(
            ticket,
            after: FeedOffset(fetch.from),
            limit: min(fetch.max, FeedLimits.events),
            maxBytes: min(fetch.maxBytes, FeedLimits.bytes)
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
