import EventSourcing

/// Checks a partner's store against what the gateway was allowed to give it: every effect once, in order, without a gap.
///
/// It looks at what is new since the last look, and knows nothing of how the application decides.
struct PartnerReview {
    /// The publications of the partner's feed in each of its lives; the first has offset 1.
    typealias Lives = [Epoch: [Int]]

    private var effectCount = 0
    private var cursor: FeedCursor?
    private var made: Set<Int> = []
    private var lastOfFeed: FeedCursor?
    private var lastOfSubject: [String: FeedCursor] = [:]

    /// Whether there is nothing new since the last look.
    func hasSeen(_ effects: Int, _ cursor: FeedCursor?) -> Bool { effects == effectCount && cursor == self.cursor }

    /// The place of each publication in the order in which the gateway heard them, from 1.
    static func ranks(_ heard: [Int]?) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: (heard ?? []).enumerated().map { ($1, $0 + 1) })
    }

    /// Looks at what is new; returns the rule that is broken, if one is.
    mutating func look(
        at store: PartnerApplication,
        _ lives: Lives,
        heard: Lives,
        _ publications: [Publication]
    ) -> String? {
        for effect in store.effects.dropFirst(effectCount) {
            if let fault = check(effect, lives) { return fault }
        }
        effectCount = store.effects.count
        guard store.cursor != cursor, let new = store.cursor else { return nil }
        let former = cursor?.epoch == new.epoch ? cursor?.offset ?? .start : .start
        cursor = new
        guard let feed = lives[new.epoch] else {
            return "the cursor is in epoch \(new.epoch), which the feed never had"
        }
        guard new.offset >= former else { return "the cursor went back from \(former.value) to \(new.offset.value)" }
        guard Int(new.offset.value) <= feed.count else {
            return "the cursor is at \(new.offset.value), and the feed of its epoch ends at \(feed.count)"
        }
        if new.offset == store.coveredUpTo {
            let part = feed.prefix(Int(new.offset.value))
            if let fault = checkSnapshot(part, Self.ranks(heard[new.epoch]), publications) { return fault }
        }
        for place in Int(former.value)..<Int(new.offset.value) where place >= Int(store.coveredUpTo.value) {
            let number = feed[place]
            if !made.contains(number), !store.parked.contains(where: { $0.publication == number }) {
                return "a gap: the cursor is at \(new.offset.value), and entry \(place + 1) has had no effect"
            }
        }
        return nil
    }

    private mutating func check(_ effect: PartnerApplication.Effect, _ lives: Lives) -> String? {
        let at = FeedCursor(epoch: effect.epoch, offset: effect.offset)
        guard let feed = lives[effect.epoch] else {
            return "an effect was made of epoch \(effect.epoch), which the feed never had"
        }
        guard effect.offset > .start, Int(effect.offset.value) <= feed.count,
            feed[Int(effect.offset.value) - 1] == effect.publication
        else {
            let owed =
                Int(effect.offset.value) <= feed.count ? "publication \(feed[Int(effect.offset.value) - 1])" : "nothing"
            return
                "not what was granted: as entry \(effect.offset.value) publication \(effect.publication) had its effect, "
                + "and the feed of that epoch has \(owed) there"
        }
        guard made.insert(effect.publication).inserted else {
            return "a second effect of publication \(effect.publication), entry \(effect.offset.value)"
        }
        if effect.way == .feed {
            if let last = lastOfFeed, last.epoch == at.epoch, last.offset >= at.offset {
                return "out of order: entry \(at.offset.value) had its effect after entry \(last.offset.value)"
            }
            lastOfFeed = at
        }
        if !effect.subject.isEmpty, effect.way != .snapshot {
            if let last = lastOfSubject[effect.subject], last.epoch == at.epoch, last.offset >= at.offset {
                return "out of order: entry \(at.offset.value) of \(effect.subject) after entry \(last.offset.value)"
            }
            lastOfSubject[effect.subject] = at
        }
        return nil
    }

    private func checkSnapshot(
        _ feed: ArraySlice<Int>,
        _ ranks: [Int: Int],
        _ publications: [Publication]
    ) -> String? {
        var newest: [String: Int] = [:]
        for number in feed.sorted(by: { ranks[$0] ?? 0 < ranks[$1] ?? 0 }) {
            newest["\(publications[number].topic) \(publications[number].subject)"] = number
        }
        let missing = newest.values.filter { !made.contains($0) }.min()
        return missing.map { "a hole in a snapshot: publication \($0) is the newest of its subject and had no effect" }
    }
}
