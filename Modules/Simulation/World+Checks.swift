import Bus
import EventSourcing
import FoundationEssentials

/// The rules that are checked while a run goes on, and the one that is checked at its end.
extension World {
    /// Looks at every partner's store after a step.
    func review() {
        guard violation == nil else { return }
        for partner in partners.indices {
            let count = partners[partner].store.effects.count
            let cursor = partners[partner].store.cursor
            guard !partners[partner].review.hasSeen(count, cursor) else { continue }
            let (store, lives) = (partners[partner].store, partners[partner].lives)
            if let fault = partners[partner].review.look(at: store, lives, heard: gateway.heard, publications) {
                return violate("partner \(partner): \(fault)")
            }
        }
    }

    /// The publications of a life of a feed.
    private func feed(_ link: Int, _ epoch: Epoch) -> [Int]? {
        partner(of: link).map { partners[$0].lives[epoch] } ?? publishers[link].lives[epoch]
    }

    /// Checks a batch before its transaction: it begins after the cursor, has no gap, and is what the feed has there.
    func check(_ entries: [FeedEntry], _ epoch: Epoch, _ link: Int) -> [PartnerApplication.Entry]? {
        let cursor = cursor(link)
        if let cursor, cursor.epoch != epoch {
            violate("link \(link) goes on in epoch \(epoch) where its cursor is in \(cursor.epoch)")
            return nil
        }
        var next = (cursor?.offset ?? .start).next
        for entry in entries {
            guard entry.offset == next else {
                violate(
                    "a gap or repetition on link \(link): entry \(entry.offset.value) is applied where \(next.value) follows"
                )
                return nil
            }
            next = next.next
        }
        return known(entries, epoch, link)
    }

    /// Checks a page of a snapshot: every entry is the newest of its subject up to there, as it was heard.
    func checkPage(
        _ entries: [FeedEntry],
        _ epoch: Epoch,
        _ asOf: FeedOffset,
        _ link: Int
    ) -> [PartnerApplication.Entry]? {
        guard let known = known(entries, epoch, link), let feed = feed(link, epoch) else { return nil }
        let ranks = PartnerReview.ranks(gateway.heard[epoch])
        for (offset, publication) in known {
            let rank = ranks[publication.number] ?? 0
            let isNewest = !feed.prefix(Int(asOf.value)).contains { number in
                publications[number].topic == publication.topic && publications[number].subject == publication.subject
                    && ranks[number] ?? 0 > rank
            }
            guard isNewest, offset <= asOf else {
                violate(
                    "a snapshot as of \(asOf.value) on link \(link) has entry \(offset.value), which is not the newest"
                )
                return nil
            }
        }
        return known
    }

    /// Finds the publications that entries are, byte for byte, and checks that the feed has them at their places.
    private func known(_ entries: [FeedEntry], _ epoch: Epoch, _ link: Int) -> [PartnerApplication.Entry]? {
        guard let feed = feed(link, epoch) else {
            violate("link \(link) follows epoch \(epoch), which its feed never had")
            return nil
        }
        var known: [PartnerApplication.Entry] = []
        for entry in entries {
            guard let number = numbers[entry.body], publications[number].topic == entry.topic else {
                violate("link \(link) carries bytes that nobody published, as entry \(entry.offset.value)")
                return nil
            }
            let place = Int(entry.offset.value) - 1
            guard feed.indices.contains(place), feed[place] == number else {
                let owed = feed.indices.contains(place) ? "publication \(feed[place])" : "nothing"
                violate(
                    "link \(link) carries publication \(number) as entry \(entry.offset.value) of epoch \(epoch), "
                        + "which has \(owed) there"
                )
                return nil
            }
            known.append((entry.offset, publications[number]))
        }
        return known
    }

    /// Nothing goes to a partner but what stands in its feed.
    func check(_ reply: FeedReply, _ link: Int) {
        guard partner(of: link) != nil else { return }
        switch reply {
        case .events(let events): _ = known(events.entries, events.epoch, link)
        case .snapshot(let page): _ = known(page.entries, page.epoch, link)
        default: break
        }
    }

    func check(_ message: LiveMessage, _ link: Int) {
        guard partner(of: link) != nil, let entry = message.entry else { return }
        _ = known([entry], message.header.epoch, link)
    }

    // MARK: Rest

    /// Whether everybody has everything.
    func isAtRest() async throws -> Bool {
        for link in links.indices where try await lag(link) != nil { return false }
        return true
    }

    /// What is missing, for people.
    func unrest() async throws -> String {
        var lags: [String] = []
        for link in links.indices {
            if let lag = try await lag(link) { lags.append("link \(link) \(lag)") }
        }
        return lags.joined(separator: "; ")
    }

    private func lag(_ link: Int) async throws -> String? {
        let epoch = feedEpoch(link)
        let head: Int
        if let partner = partner(of: link) {
            let account = gateway.model.accounts[partner]
            // Who is shut out hears nothing any more.
            guard account.isAdmitted, !account.isRevoked else { return nil }
            head = account.feed.count
            if !partners[partner].store.parked.isEmpty { return "has events set aside" }
        } else {
            head = publishers[link].feed.count
            if gateway.model.parked[link].contains(where: { !publications[$0.publication].isMalformed }) {
                return "has events set aside that could be handled"
            }
        }
        guard gateway.isUp, links[link].server != nil else { return "has no publisher" }
        guard head > 0 else { return nil }
        let cursor = cursor(link)
        guard cursor == FeedCursor(epoch: epoch, offset: FeedOffset(Int64(head))) else {
            return "is at \(cursor?.offset.value ?? 0) of \(head)"
        }
        let name = partner(of: link) == nil ? "gateway" : "system"
        let acknowledged = try await acknowledged(link, by: name)
        return acknowledged.value == Int64(head) ? nil : "has acknowledged \(acknowledged.value) of \(head)"
    }
}
