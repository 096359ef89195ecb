import Bus
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit

/// The consumer's side of each feed: what the shell does around the state machine, and the transactions.
extension World {
    func startConsumer(_ link: Int, cursor: FeedCursor?, onGone: FeedConsumer.OnGone) {
        links[link].life += 1
        links[link].isHalted = false
        links[link].effectAt = now
        links[link].restoresAtStart = restoreCount(link)
        links[link].consumer = SimulatedConsumer(
            name: partner(of: link) == nil ? "gateway" : "system",
            cursor: cursor,
            onGone: onGone,
            timing: weather.timing,
            mistake: mistake,
            seed: dice.next()
        )
        note("link \(link) begins at \(cursor.map { "\($0.offset.value) of \($0.epoch)" } ?? "nothing")")
    }

    func stopConsumer(_ link: Int) {
        links[link].consumer = nil
        links[link].life += 1
        links[link].connection += 1
        links[link].isAttached = false
        links[link].former = (0, .zero)
        links[link].unsent = []
    }

    func restoreCount(_ link: Int) -> Int {
        partner(of: link) == nil ? publishers[link].restoreCount : gateway.restoreCount
    }

    func give(_ input: FeedConsumer.Input, to link: Int) {
        for action in links[link].consumer?.handle(input, now: now) ?? [] { perform(action, link) }
    }

    private func perform(_ action: FeedConsumer.Action, _ link: Int) {
        switch action {
        case .connect: connect(link)
        case .send(let request, let number): send(request, number, link)
        case .apply(let entries, let epoch, let attempt):
            planEffect(.entries(entries, epoch, attempt: attempt), link)
        case .applySnapshot(let entries, let epoch, let asOf, let isLast):
            planEffect(.page(entries, epoch, asOf: asOf, isLast: isLast), link)
        case .notice(let text): note("link \(link) notes: \(text)")
        case .halt(let reason): halt(link, reason)
        }
    }

    /// Effects of one consumer are made one after the other.
    private func planEffect(_ effect: Effect, _ link: Int) {
        let usual = partner(of: link).map { weather.effectDelays[$0] } ?? weather.storeDelay
        // To be slow is a fault, too, and ends with the others.
        let longest = isCalm ? min(usual, 100) : usual
        let at = max(links[link].effectAt, now + dice.milliseconds(0...longest))
        links[link].effectAt = at
        agenda.add(.effect(link, life: links[link].life, effect), at: at)
    }

    func make(_ effect: Effect, _ link: Int, _ life: Int) async throws {
        guard links[link].life == life, links[link].consumer != nil else { return }
        let node = consumerNode(link)
        if strikes(weather.crashAtCommit) { return crash(node) }
        if strikes(weather.failure) {
            tally.note(.failure)
            note("link \(link) cannot commit")
            return give(.applyFailed, to: link)
        }
        let isDone: Bool
        switch effect {
        case .entries(let entries, let epoch, let attempt):
            guard let known = check(entries, epoch, link) else { return }
            isDone =
                if let partner = partner(of: link) {
                    apply(known, epoch, attempt, partner)
                } else {
                    try await hear(entries, known, epoch, attempt, link)
                }
            note("link \(link) applies \(entries.map(\.offset.value)), attempt \(attempt): \(isDone)")
        case .page(let entries, let epoch, let asOf, let isLast):
            guard let partner = partner(of: link) else { return violate("the gateway took a snapshot of a publisher") }
            guard let known = checkPage(entries, epoch, asOf, link) else { return }
            let poison = partners[partner].poison
            isDone = partners[partner].store.takeSnapshot(known, epoch: epoch, asOf: asOf, isLast: isLast) {
                poison.contains($0.number)
            }
            if isDone { tally.note(.snapshot) }
            note("link \(link) takes \(entries.map(\.offset.value)) of a snapshot as of \(asOf.value): \(isDone)")
        }
        guard violation == nil else { return }
        noteFurthest(link)
        guard isDone else {
            tally.note(.failure)
            return give(.applyFailed, to: link)
        }
        if strikes(weather.crashAtCommit) { return crash(node) }
        if case .entries(let entries, _, _) = effect, let last = entries.last {
            give(.applied(last.offset), to: link)
        } else {
            give(.snapshotApplied, to: link)
        }
    }

    /// The cursor on the consumer's disk.
    func cursor(_ link: Int) -> FeedCursor? {
        partner(of: link).map { partners[$0].store.cursor } ?? gateway.model.cursors[link]
    }

    private func noteFurthest(_ link: Int) {
        guard let cursor = cursor(link) else { return }
        let epoch = cursor.epoch.description
        links[link].furthest[epoch] = max(links[link].furthest[epoch] ?? 0, cursor.offset.value)
    }

    private func apply(_ entries: [PartnerApplication.Entry], _ epoch: Epoch, _ attempt: Int, _ partner: Int) -> Bool {
        let isParking = attempt >= PluginRuntime<InMemoryEventStore>.attemptsBeforeParking
        let former = partners[partner].store.parked
        let poison = partners[partner].poison
        let isDone = partners[partner].store.apply(entries, epoch: epoch, isParking: isParking, mistake: mistake) {
            poison.contains($0.number)
        }
        for item in partners[partner].store.parked where !former.contains(item) {
            tally.note(.parked)
            let link = door(of: partner)
            let parked = FeedRequest.Parked(
                consumer: "system",
                epoch: epoch,
                offset: item.offset,
                reason: "cannot be handled"
            )
            links[link].ownRequests += 1
            send(.parked(parked), links[link].ownRequests, link)
        }
        return isDone
    }

    func retryAtPartner(_ partner: Int) {
        guard partners[partner].isUp else { return plan(.retryAtPartner(partner), after: 200...500) }
        let poison = partners[partner].poison
        partners[partner].store.retry { poison.contains($0) }
        note("partner \(partner) has tried what it had set aside")
    }

    // MARK: Stopping for good

    private func halt(_ link: Int, _ reason: FeedConsumer.Halt) {
        tally.note(.halt)
        note("link \(link) halts: \(reason)")
        links[link].isHalted = true
        let isRestored = restoreCount(link) > links[link].restoresAtStart
        let cursor = cursor(link)
        let isRight =
            switch reason {
            case .epochChanged: isRestored || cursor.map { $0.epoch != feedEpoch(link) } ?? false
            case .gone:
                partner(of: link).map { partner in
                    isRestored || (cursor?.offset.value ?? 0) < Int64(gateway.model.accounts[partner].floor)
                } ?? false
            case .unsupported, .refused: false
            }
        guard isRight, !reason.description.isEmpty else {
            return violate("link \(link) stopped for good without a cause: \(reason)")
        }
        plan(.reconcile(link, life: links[link].life), after: 500...6000)
    }

    /// The operator has read why a consumer stopped, and lets it begin anew.
    func reconcile(_ link: Int, _ life: Int) async throws {
        guard links[link].life == life, links[link].isHalted else { return }
        let epoch = feedEpoch(link)
        stopConsumer(link)
        if let partner = partner(of: link) {
            if partners[partner].store.cursor?.epoch != epoch { partners[partner].store.reset(to: epoch) }
            startConsumer(link, cursor: partners[partner].store.cursor, onGone: .snapshot)
        } else {
            // As operators are told to: what was set aside is forgotten with the first batch, for it comes again.
            try gateway.store.removeCursor(in: Publication.stream(link))
            gateway.model.cursors[link] = nil
            startConsumer(link, cursor: nil, onGone: .halt)
        }
        note("link \(link) was reconciled")
    }
}
