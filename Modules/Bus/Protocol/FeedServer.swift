package import EventSourcing

/// The publisher's side of the feed: answers fetches at once or when there is something, and never pushes.
///
/// A pure state machine: input in, actions out; no clock, no socket, no store.
package struct FeedServer: Sendable {
    /// A peer of the feed's socket, by its routing identifier.
    package typealias Peer = [UInt8]

    /// Something that happened.
    package enum Input: Sendable {
        /// A message came in, without its routing identifier.
        case message(Peer, [[UInt8]])
        /// The feed has grown.
        case head(FeedOffset)
        /// What was read for a fetch.
        case entries(Ticket, [FeedEntry])
        /// What a consumer had acknowledged, for its welcome.
        case acknowledged(Ticket, FeedOffset)
        /// The store has kept an acknowledgement: only now may its consumer count on it.
        case acknowledgementKept(Ticket)
        /// Time has passed.
        case tick
    }

    /// Something to be done.
    package enum Action: Hashable, Sendable {
        /// Send frames to a peer; dropped when the peer does not take them, for it asks again.
        case reply(Peer, [[UInt8]])
        /// Read entries and come back with them.
        case read(Ticket, after: FeedOffset, limit: Int, maxBytes: Int)
        /// Look up what a consumer has acknowledged and come back with it.
        case lookUp(Ticket, consumer: String)
        /// Keep how far a consumer has come and come back when that is on disk.
        case acknowledge(Ticket, consumer: String, FeedOffset)
    }

    /// Ties what was read to the request that asked for it.
    package struct Ticket: Hashable, Sendable {
        let peer: Peer
        let envelope: Envelope
    }

    private struct Waiting {
        let ticket: Ticket
        let fetch: FeedRequest.Fetch
        let until: Duration
    }

    private let epoch: Epoch
    private var head: FeedOffset
    private var waiting: [Peer: Waiting] = [:]

    /// Begins to serve a feed.
    package init(epoch: Epoch, head: FeedOffset) {
        self.epoch = epoch
        self.head = head
    }

    /// Takes one input at a moment of a monotonic clock.
    package mutating func handle(_ input: Input, now: Duration) -> [Action] {
        switch input {
        case .message(let peer, let frames):
            return receive(frames, from: peer, now: now)
        case .head(let newHead):
            head = max(head, newHead)
            let reached = head.value
            return release { reached > $0.fetch.from }.map(read)
        case .entries(let ticket, let entries):
            // Reading may overtake the notice of a new head.
            if let last = entries.last { head = max(head, last.offset) }
            return [answer(ticket, .events(FeedReply.Events(epoch: epoch, head: head, entries: entries)))]
        case .acknowledged(let ticket, let offset):
            return [answer(ticket, .welcome(welcome(acked: offset)))]
        case .acknowledgementKept(let ticket):
            return [answer(ticket, .acknowledged)]
        case .tick:
            let nothing = FeedReply.Events(epoch: epoch, head: head, entries: [])
            return release { $0.until <= now }.map { answer($0.ticket, .events(nothing)) }
        }
    }

    /// The number of fetches that are being held.
    package var waitingCount: Int { waiting.count }

    private mutating func receive(_ message: [[UInt8]], from peer: Peer, now: Duration) -> [Action] {
        var frames = message[...]
        // A message without our envelope cannot be answered in a form that its sender would understand.
        guard let envelope = Envelope(frames: &frames) else { return [] }
        let ticket = Ticket(peer: peer, envelope: envelope)
        do throws(FeedReply.Fault) {
            return try accept(try FeedRequest(frames: frames), ticket, now: now)
        } catch {
            return [answer(ticket, .error(error))]
        }
    }

    private mutating func accept(
        _ request: FeedRequest,
        _ ticket: Ticket,
        now: Duration
    ) throws(FeedReply.Fault) -> [Action] {
        switch request {
        case .hello(let hello):
            try check(consumer: hello.consumer)
            guard hello.versions.contains(1) else {
                throw FeedReply.Fault(.unsupportedVersion, "this service speaks version 1 of the feed protocol.")
            }
            return [.lookUp(ticket, consumer: hello.consumer)]
        case .fetch(let fetch):
            try check(epoch: fetch.epoch)
            return try accept(fetch, ticket, now: now)
        case .acknowledge(let acknowledge):
            try check(consumer: acknowledge.consumer)
            try check(epoch: acknowledge.epoch)
            guard (0...head.value).contains(acknowledge.upTo) else {
                throw FeedReply.Fault(.badRequest, "offset \(acknowledge.upTo) is not in this feed of \(head.value).")
            }
            return [.acknowledge(ticket, consumer: acknowledge.consumer, FeedOffset(acknowledge.upTo))]
        case .command, .query:
            throw FeedReply.Fault(.badRequest, "commands and queries go to the service's command endpoint.")
        }
    }

    private mutating func accept(
        _ fetch: FeedRequest.Fetch,
        _ ticket: Ticket,
        now: Duration
    ) throws(FeedReply.Fault) -> [Action] {
        guard fetch.from >= 0, fetch.max > 0, fetch.maxBytes > 0, (0...FeedLimits.waitMs).contains(fetch.waitMs) else {
            throw FeedReply.Fault(
                .badRequest,
                "a fetch has from >= 0, max > 0, maxBytes > 0 and waitMs from 0 to \(FeedLimits.waitMs)."
            )
        }
        guard fetch.from <= head.value else {
            throw FeedReply.Fault(
                .epochChanged,
                "offset \(fetch.from) lies beyond this feed, which ends at \(head.value): it is not the feed you followed."
            )
        }
        // A peer that asks again has given up its earlier fetch.
        waiting[ticket.peer] = nil
        let held = Waiting(ticket: ticket, fetch: fetch, until: now + .milliseconds(fetch.waitMs))
        if fetch.from < head.value { return [read(held)] }
        guard fetch.waitMs > 0 else {
            return [answer(ticket, .events(FeedReply.Events(epoch: epoch, head: head, entries: [])))]
        }
        guard waiting.count < FeedLimits.waitingFetches else {
            throw FeedReply.Fault(.busy, "too many consumers are waiting; ask again in a second.")
        }
        waiting[ticket.peer] = held
        return []
    }

    private func check(epoch asked: String) throws(FeedReply.Fault) {
        guard asked == epoch.description else {
            throw FeedReply.Fault(.epochChanged, "this feed has epoch \(epoch), not \(asked); say HELLO and reconcile.")
        }
    }

    private func check(consumer: String) throws(FeedReply.Fault) {
        // The store keeps every name for good, and operators read it: no text that looks like another, none that is long.
        guard (1...FeedLimits.consumerName).contains(consumer.utf8.count),
            consumer.utf8.allSatisfy(FeedLimits.isAllowedInConsumerName)
        else {
            throw FeedReply.Fault(
                .badRequest,
                "a consumer's name has 1 to \(FeedLimits.consumerName) characters out of a-z, 0-9 and . - _ : only."
            )
        }
    }

    private mutating func release(where isDue: (Waiting) -> Bool) -> [Waiting] {
        let due = waiting.values.filter(isDue)
        for item in due { waiting[item.ticket.peer] = nil }
        return due
    }

    private func read(_ waiting: Waiting) -> Action {
        .read(
            waiting.ticket,
            after: FeedOffset(waiting.fetch.from),
            limit: min(waiting.fetch.max, FeedLimits.events),
            maxBytes: min(waiting.fetch.maxBytes, FeedLimits.bytes)
        )
    }

    private func welcome(acked: FeedOffset) -> FeedReply.Welcome {
        FeedReply.Welcome(
            epoch: epoch.description,
            head: head.value,
            floor: 0,
            acked: acked.value,
            maxEvents: FeedLimits.events,
            maxBytes: FeedLimits.bytes,
            heartbeatMs: Int(FeedLimits.heartbeat / .milliseconds(1))
        )
    }

    private func answer(_ ticket: Ticket, _ reply: FeedReply) -> Action {
        .reply(ticket.peer, ticket.envelope.frames(of: reply))
    }
}
