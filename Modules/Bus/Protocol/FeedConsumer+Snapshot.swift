import EventSourcing

extension FeedConsumer {
    /// Stops, or goes over to a snapshot, when the feed no longer reaches back to what comes next.
    mutating func fallBehind(_ why: String, now: Duration) -> [Action] {
        guard onGone == .snapshot, snapshot == nil else { return halt(.gone(why)) }
        // What is under way is finished first; the snapshot has the rest.
        (fetching, pending, snapshot) = (nil, [], Snapshotting())
        return [.notice("what is no longer kept is replaced by a snapshot: \(why)")] + proceed(now)
    }

    /// Asks for the next page, or has the effect made of the one that is there.
    mutating func catchUp(_ epoch: Epoch, now: Duration) -> [Action] {
        guard let snapshot else { return [] }
        if let page = snapshot.page {
            guard !snapshot.isApplying, applying == nil, retryAt == nil else { return [] }
            self.snapshot?.isApplying = true
            return [.applySnapshot(page.entries, epoch, asOf: page.asOf, isLast: page.isLast)]
        }
        guard fetching == nil else { return [] }
        fetching = Asked(request: nextRequest(), giveUpAt: now + timing.snapshotWithin)
        let request = FeedRequest.Snapshot(epoch: epoch, asOf: snapshot.asOf ?? .start, after: snapshot.after)
        return [.send(.snapshot(request), request: lastRequest)]
    }

    mutating func take(_ page: FeedReply.Snapshot, now: Duration) -> [Action] {
        guard isNext(page) else { return reconnect(now) }
        noteSuccess(now)
        head = max(head, page.asOf)
        snapshot?.asOf = page.asOf
        snapshot?.page = page
        return proceed(now)
    }

    /// Goes on to the next page, or to following the feed.
    mutating func turnPage(_ now: Duration) -> [Action] {
        guard let page = snapshot?.page, snapshot?.isApplying == true else { return [] }
        // Making the effect may have taken long, and nothing was asked meanwhile.
        lastHeard = now
        guard page.isLast else {
            failures = 0
            snapshot = Snapshotting(asOf: page.asOf, after: page.entries.last?.offset ?? page.asOf)
            return proceed(now)
        }
        snapshot = nil
        return advance(to: page.asOf, now: now)
    }

    /// Tells whether a page follows on those before it; the next one would be asked for without end if it did not.
    private func isNext(_ page: FeedReply.Snapshot) -> Bool {
        guard let snapshot, page.epoch == epoch, page.asOf == snapshot.asOf ?? page.asOf,
            page.asOf >= max(applied, applying ?? applied), page.asOf.value < .max
        else { return false }
        let offsets = [snapshot.after] + page.entries.map(\.offset)
        return zip(offsets, offsets.dropFirst()).allSatisfy(<) && offsets.allSatisfy { $0 <= page.asOf }
            && (page.isLast || !page.entries.isEmpty)
    }
}
