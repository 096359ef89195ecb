import EventSourcing

extension FeedConsumer {
    mutating func hear(_ message: LiveMessage, now: Duration) -> [Action] {
        guard case .following = phase else { return [] }
        guard message.header.epoch == epoch else { return reconnect(now) }
        lastHeard = now
        head = max(head, message.header.head)
        if let entry = message.entry { _ = take(entry) }
        return proceed(now)
    }

    mutating func hear(_ reply: FeedReply, to request: UInt64, now: Duration) -> [Action] {
        lastHeard = now
        switch (reply, phase) {
        case (.welcome(let welcome), .greeting(let expected)) where expected == request:
            return begin(welcome, now: now)
        case (.events(let events), .following) where fetching?.request == request && snapshot == nil:
            fetching = nil
            guard events.epoch == epoch else { return reconnect(now) }
            noteSuccess(now)
            head = max(head, events.head)
            let news = events.entries.filter { take($0) }.count
            // An answer that does not help although there is more must not be asked for without a pause.
            let isUseless = news == 0 && head >= expected && pending.count < timing.buffer
            fetchAgainAt = isUseless ? now + timing.idleFetch : now
            // A fetch that brought nothing new is not repeated at once: the live channel does the work.
            fetchNotBefore = news > 0 || events.entries.isEmpty ? now : now + timing.idleFetch
            return proceed(now)
        case (.snapshot(let page), .following) where fetching?.request == request && snapshot != nil:
            fetching = nil
            return take(page, now: now)
        case (.acknowledged, _) where acknowledging?.request == request:
            acknowledging = nil
            return []
        case (.error(let fault), _) where fetching?.request == request || isGreeting(request):
            return meet(fault, now: now)
        default: return []
        }
    }

    /// Ends the growing of the back-off: only an answer with content shows that the feed works, for a welcome can be
    /// followed by a refusal for ever, and one socket can be let in while the other is denied.
    mutating func noteSuccess(_ now: Duration) {
        guard !isDenied || now - connectedAt >= timing.silence else { return }
        (attempts, isDenied) = (0, false)
    }

    private func isGreeting(_ request: UInt64) -> Bool {
        guard case .greeting(let expected) = phase else { return false }
        return expected == request
    }

    private mutating func begin(_ welcome: FeedReply.Welcome, now: Duration) -> [Action] {
        guard let heard = Epoch(welcome.epoch), welcome.acked >= 0, welcome.floor >= 0, welcome.head >= welcome.floor
        else { return reconnect(now) }
        if let epoch, epoch != heard {
            return halt(
                .epochChanged(
                    "the feed has epoch \(heard), and this consumer had come to \(applied.value) in epoch \(epoch): "
                        + "a backup was restored or the data were removed. Reconcile before going on."
                )
            )
        }
        let reached = max(applied, snapshot?.asOf ?? .start)
        guard welcome.head >= reached.value else {
            return halt(
                .epochChanged(
                    "the feed ends at \(welcome.head), and this consumer had come to \(reached.value): "
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
        guard snapshot != nil || expected.value > welcome.floor else {
            return fallBehind(
                "the feed keeps what comes after \(welcome.floor), and this consumer has what comes up to "
                    + "\(expected.value - 1).",
                now: now
            )
        }
        return proceed(now)
    }

    private mutating func meet(_ fault: FeedReply.Fault, now: Duration) -> [Action] {
        switch fault.code {
        case .epochChanged: halt(.epochChanged(fault.message))
        case .gone: fallBehind(fault.message, now: now)
        case .unsupportedVersion: halt(.unsupported(fault.message))
        // What is refused as it stands is refused again: no new connection would help.
        case .badRequest: halt(.refused(fault.message))
        case .denied: deny(fault.message, now: now)
        case .busy: reconnect(now)
        }
    }

    /// Keeps an entry when it is the next one; anything else is had already or will be fetched.
    private mutating func take(_ entry: FeedEntry) -> Bool {
        guard snapshot == nil, entry.offset == expected, pending.count < timing.buffer else { return false }
        pending.append(entry)
        return true
    }
}
