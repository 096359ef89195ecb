import EventSourcing

extension FeedServer {
    /// Takes a request in: holds it, answers it or asks the store.
    ///
    /// - Throws: A fault that says what is wrong with the request.
    mutating func accept(
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
            return try enter(.lookUp(ticket, consumer: hello.consumer), ticket, until: now)
        case .fetch(let fetch):
            try check(epoch: fetch.epoch)
            return try accept(fetch, ticket, now: now)
        case .acknowledge(let acknowledge):
            try check(consumer: acknowledge.consumer)
            try check(epoch: acknowledge.epoch)
            try check(offset: acknowledge.upTo, in: 0...head.value)
            try startNote(ticket)
            return [.acknowledge(ticket, consumer: acknowledge.consumer, FeedOffset(acknowledge.upTo))]
        case .snapshot(let snapshot):
            try check(epoch: snapshot.epoch)
            return try accept(snapshot, ticket, now: now)
        case .parked(let parked):
            try check(consumer: parked.consumer)
            try check(epoch: parked.epoch)
            try check(reason: parked.reason)
            try check(offset: parked.offset, in: 1...max(1, head.value))
            try startNote(ticket)
            return [
                .notePark(ticket, consumer: parked.consumer, FeedOffset(parked.offset), reason: parked.reason)
            ]
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
        let from = FeedOffset(fetch.from)
        // A peer that asks again has given up its earlier fetch.
        waiting[ticket.peer] = nil
        if let fault = gone(from) { throw fault }
        var ticket = ticket
        ticket.from = from
        guard from < head || fetch.waitMs > 0 else {
            return [answer(ticket, .events(FeedReply.Events(epoch: epoch, head: head, entries: [])))]
        }
        return try enter(read(fetch, ticket), ticket, until: now + .milliseconds(fetch.waitMs))
    }

    /// Has something read now, or when there is something to read and a turn for it.
    private mutating func enter(
        _ action: Action,
        _ ticket: Ticket,
        until: Duration
    ) throws(FeedReply.Fault) -> [Action] {
        waiting[ticket.peer] = nil
        let item = Waiting(ticket: ticket, action: action, until: until)
        if item.isDue(head), turns.startRead(ticket) { return [action] }
        try checkRoom(for: ticket.sender)
        waiting[ticket.peer] = item
        return []
    }

    private mutating func startNote(_ ticket: Ticket) throws(FeedReply.Fault) {
        guard turns.startNote(ticket) else {
            throw FeedReply.Fault(
                .busy,
                "\(FeedLimits.notesOfOneSender) of your acknowledgements and notes are being kept; ask again in a second."
            )
        }
    }

    private mutating func accept(
        _ snapshot: FeedRequest.Snapshot,
        _ ticket: Ticket,
        now: Duration
    ) throws(FeedReply.Fault) -> [Action] {
        let asOf = snapshot.asOf == 0 ? head.value : snapshot.asOf
        guard snapshot.max > 0, snapshot.maxBytes > 0, (0...head.value).contains(asOf),
            (0...asOf).contains(snapshot.after)
        else {
            throw FeedReply.Fault(
                .badRequest,
                "a snapshot has asOf from 0 to \(head.value), after from 0 to asOf, max > 0 and maxBytes > 0."
            )
        }
        let read = Action.readSnapshot(
            ticket,
            asOf: FeedOffset(asOf),
            after: FeedOffset(snapshot.after),
            limit: min(snapshot.max, FeedLimits.events),
            maxBytes: min(snapshot.maxBytes, FeedLimits.bytes)
        )
        return try enter(read, ticket, until: now)
    }

    // MARK: Checks

    /// The fault of a fetch from before the floor, if it is one.
    func gone(_ from: FeedOffset) -> FeedReply.Fault? {
        guard from < floor else { return nil }
        return FeedReply.Fault(
            .gone,
            "the entries up to \(floor.value) are no longer served, and you have those up to \(from.value): "
                + "ask for a SNAPSHOT and go on after its asOf."
        )
    }

    /// Refuses everybody whom this feed is not for, before anything of the request is looked at.
    func check(sender: String?) throws(FeedReply.Fault) {
        guard let expected else { return }
        guard let sender, expected.contains(sender) else {
            throw FeedReply.Fault(
                .denied,
                "this feed is not for \(sender ?? "senders without a key"); ask its operator for an address of your own."
            )
        }
    }

    /// Keeps one sender from taking all places, and all senders together from taking more than there are.
    private func checkRoom(for sender: String?) throws(FeedReply.Fault) {
        guard waiting.count < FeedLimits.waitingFetches else {
            throw FeedReply.Fault(.busy, "too many consumers are waiting; ask again in a second.")
        }
        guard waiting.values.count(where: { $0.ticket.sender == sender }) < FeedLimits.waitingFetchesOfOneSender else {
            throw FeedReply.Fault(
                .busy,
                "\(FeedLimits.waitingFetchesOfOneSender) of your consumers are waiting already; ask again in a second."
            )
        }
    }

    private func check(epoch asked: String) throws(FeedReply.Fault) {
        guard asked == epoch.description else {
            throw FeedReply.Fault(.epochChanged, "this feed has epoch \(epoch), not \(asked); say HELLO and reconcile.")
        }
    }

    private func check(offset: Int64, in known: ClosedRange<Int64>) throws(FeedReply.Fault) {
        guard known.contains(offset), offset <= head.value else {
            throw FeedReply.Fault(.badRequest, "offset \(offset) is not in this feed of \(head.value).")
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

    private func check(reason: String) throws(FeedReply.Fault) {
        // Operators read it on a line of their screens and logs.
        guard (1...FeedLimits.reason).contains(reason.unicodeScalars.count),
            reason.unicodeScalars.allSatisfy(FeedLimits.isAllowedInReason)
        else {
            throw FeedReply.Fault(
                .badRequest,
                "a reason is one line of 1 to \(FeedLimits.reason) characters, without control characters."
            )
        }
    }
}
