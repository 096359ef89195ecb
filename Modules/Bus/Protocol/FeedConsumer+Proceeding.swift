import EventSourcing

extension FeedConsumer {
    /// Tells whether there is a connection to lose.
    var isConnected: Bool {
        switch phase {
        case .greeting, .following: true
        case .waiting, .halted: false
        }
    }

    mutating func proceed(_ now: Duration) -> [Action] {
        guard case .following = phase, let epoch else { return [] }
        var actions = snapshot == nil ? follow(epoch, now: now) : catchUp(epoch, now: now)
        if isAcknowledgementDue(now) {
            acknowledged = applied
            acknowledgeAt = nil
            acknowledging = Asked(request: nextRequest(), giveUpAt: now + timing.fetchWait)
            let acknowledge = FeedRequest.Acknowledge(consumer: name, epoch: epoch, upTo: applied)
            actions.append(.send(.acknowledge(acknowledge), request: lastRequest))
        }
        return actions
    }

    private func isAcknowledgementDue(_ now: Duration) -> Bool {
        // What the service had no room for, or could not keep, is said again: a quiet feed has no next one.
        if let acknowledging, now >= acknowledging.giveUpAt { return true }
        let isMany = applied.value - acknowledged.value >= timing.acknowledgeEvery
        return applied > acknowledged && (isMany || acknowledgeAt.map { now >= $0 } ?? false)
    }

    private mutating func follow(_ epoch: Epoch, now: Duration) -> [Action] {
        var actions: [Action] = []
        if applying == nil, retryAt == nil, let last = pending.prefix(timing.batch).last {
            applying = last.offset
            actions.append(.apply(Array(pending.prefix(timing.batch)), epoch, attempt: failures))
        }
        let isBehind = head >= expected
        // A service that has entries answers at once: a fetch that was sent before is lost, with the process that held it.
        if isBehind { fetching?.giveUpAt.lower(to: now + timing.answerWithin * (1 << min(attempts, 4))) }
        let fetchAt = isBehind ? fetchAgainAt : fetchNotBefore
        if fetching == nil, pending.count < timing.buffer / 2, now >= fetchAt {
            let giveUpAt = now + timing.fetchWait * 3 / 2 + .milliseconds(500)
            fetching = Asked(request: nextRequest(), giveUpAt: giveUpAt)
            let from = FeedOffset(expected.value - 1)
            let waitMs = Int(timing.fetchWait / .milliseconds(1))
            let fetch = FeedRequest.Fetch(epoch: epoch, from: from, waitMs: waitMs)
            actions.append(.send(.fetch(fetch), request: lastRequest))
        }
        return actions
    }

    mutating func tick(_ now: Duration) -> [Action] {
        if let retryAt, now >= retryAt { self.retryAt = nil }
        switch phase {
        case .halted: return []
        case .waiting(let until):
            guard now >= until else { return [] }
            (connectedAt, lastHeard) = (now, now)
            phase = .greeting(request: nextRequest())
            return [.connect, .send(.hello(FeedRequest.Hello(consumer: name)), request: lastRequest)]
        case .greeting:
            return now - lastHeard >= timing.silence ? reconnect(now) : []
        case .following:
            let isOverdue = fetching.map { now >= $0.giveUpAt } ?? false
            // A page of a snapshot takes the service longer than a heartbeat, and has a limit of its own.
            let isSilent = snapshot == nil && now - lastHeard >= timing.silence
            return isOverdue || isSilent ? reconnect(now) : proceed(now)
        }
    }

    mutating func reconnect(_ now: Duration) -> [Action] {
        (fetching, acknowledging) = (nil, nil)
        let wait = timing.backOff(attempts)
        attempts += 1
        // Between half and all of the wait, so that many consumers do not come back together.
        phase = .waiting(until: now + wait * (0.5 + 0.5 * random.unit()))
        return []
    }

    /// Tries again later with new sockets, for the library gives a denied one up; tells the operator once.
    mutating func deny(_ why: String, now: Duration) -> [Action] {
        guard isConnected else { return [] }
        let notices: [Action] = isDenied ? [] : [.notice(why)]
        isDenied = true
        return notices + reconnect(now)
    }
}

extension Duration {
    /// Brings a moment forward, never back.
    fileprivate mutating func lower(to other: Duration) { self = min(self, other) }
}
