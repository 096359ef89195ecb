import Contracts
import EventSourcing
import Integrity
import PluginKit

/// Compares what was answered, published, disclosed and received.
struct Verdict {
    /// A partner as it ended.
    struct Partner {
        let site: PartnerSite
        let disclosures: [Disclosure]
        let received: [ReceivedLine]
    }

    /// The whole feed of each publisher.
    let feeds: [PluginName: [FeedEvent]]
    let record: CommandRecord
    let partners: [Partner]
    /// The grants of the partner whose grants changed.
    let periods: [GrantChanges.Period]

    private var all: [FeedEvent] { ChaosSystem.publishers.flatMap { feeds[$0] ?? [] } }

    /// What is in the partners' lists and was not to be.
    private(set) var others = 0
    private(set) var faults: [String] = []

    init(
        feeds: [PluginName: [FeedEvent]],
        record: CommandRecord,
        partners: [Partner],
        periods: [GrantChanges.Period]
    ) {
        (self.feeds, self.record, self.partners, self.periods) = (feeds, record, partners, periods)
    }

    /// Makes all comparisons.
    ///
    /// - Returns: How many events were committed and how many each partner got, in words.
    /// - Throws: ``ChaosError`` with every difference.
    mutating func reach() throws -> String {
        checkFeeds()
        let entitled = partners.map { partner in
            all.filter { partner.site.role.grant == nil || partner.site.role.mayRead($0) }
        }
        for (partner, events) in zip(partners, entitled) { check(partner, entitledTo: events) }
        checkChangingGrants()
        guard faults.isEmpty else {
            let rest = faults.count > 10 ? ["and \(faults.count - 10) more differences"] : []
            throw ChaosError((faults.prefix(10) + rest).joined(separator: "\n"))
        }
        let got = partners.map { String($0.received.count) }.joined(separator: "+")
        let due = entitled.map { String($0.count) }.joined(separator: "+")
        return
            "\(record.count) commands answered (\(record.waits)), \(all.count) events committed, partners got \(got) of \(due) "
            + "entitled, \(others) others, equal logs"
    }

    /// A feed has every event that a service said it had recorded, once and in order, and no other.
    private mutating func checkFeeds() {
        for service in ChaosSystem.publishers {
            let feed = feeds[service] ?? []
            if feed.map(\.offset) != (0..<feed.count).map({ Int64($0 + 1) }) {
                faults.append("the offsets in the feed of \(service) are not 1 to \(feed.count)")
            }
            let answered = record.events(of: service)
            let published = Dictionary(grouping: feed, by: \.area).mapValues { $0.map(\.type) }
            for area in Set(answered.keys).union(published.keys).sorted() {
                compare(
                    published[area] ?? [],
                    with: answered[area] ?? [],
                    "\(area): the feed of \(service) and what the service answered"
                )
            }
        }
    }

    /// A partner was given all that it may read in the order of each publisher, and has all that it was given.
    private mutating func check(_ partner: Partner, entitledTo events: [FeedEvent]) {
        let (name, given) = (partner.site.partner, partner.disclosures)
        if given.map(\.offset) != (0..<given.count).map({ Int64($0 + 1) }) {
            faults.append("\(name): the offsets of what was disclosed are not 1 to \(given.count)")
        }
        let bySource = Dictionary(grouping: events, by: \.source)
        let givenBySource = Dictionary(grouping: given, by: \.source)
        for source in Set(bySource.keys).union(givenBySource.keys).sorted() {
            let wanted = (bySource[source] ?? []).map(Self.line)
            let had = (givenBySource[source] ?? []).map { "\($0.id) \($0.topic) \($0.digest) \($0.bytes)" }
            // The order of a backfill is another one.
            let isInOrder = partner.site.role.grant != nil
            compare(
                isInOrder ? had : had.sorted(),
                with: isInOrder ? wanted : wanted.sorted(),
                "\(name): what was disclosed of \(source) and what it may read"
            )
        }
        let known = Set(events.map { "\($0.source) \($0.id)" })
        others += given.count { !known.contains("\($0.source) \($0.id)") }
        compare(
            partner.received.map { "\($0.offset) \(SHA256Digest(of: $0.body).hex)" },
            with: given.map { "\($0.offset) \($0.digest)" },
            "\(name) (\(partner.site.program.rawValue)): its own list and what was disclosed"
        )
    }

    /// Where grants changed, what was disclosed lies within a grant, and what lay well within a grant was disclosed.
    private mutating func checkChangingGrants() {
        guard let reader = partners.first, let changing = partners.first(where: { $0.site.role.grant == nil }) else {
            return
        }
        let events = Dictionary(all.map { ("\($0.source) \($0.id)", $0) }) { first, _ in first }
        let given = Dictionary(changing.disclosures.map { ("\($0.source) \($0.id)", $0.at) }) { first, _ in first }
        for disclosure in changing.disclosures {
            guard let event = events["\(disclosure.source) \(disclosure.id)"] else { continue }
            guard !periods.contains(where: { $0.mayHaveGiven(event, at: disclosure.at) }) else { continue }
            others += 1
            faults.append("\(changing.site.partner): was given \(Self.line(event)) at \(disclosure.at) without a grant")
        }
        // One transaction disclosed it to all, so the moment is the same.
        for disclosure in reader.disclosures {
            let key = "\(disclosure.source) \(disclosure.id)"
            guard let event = events[key], given[key] != disclosure.at else { continue }
            guard periods.contains(where: { $0.mustHaveGiven(event, at: disclosure.at) }) else { continue }
            faults.append("\(changing.site.partner): was not given \(Self.line(event)) at \(disclosure.at)")
        }
    }

    private static func line(_ event: FeedEvent) -> String {
        "\(event.id) \(event.topic) \(SHA256Digest(of: event.body).hex) \(event.body.count)"
    }

    /// Adds a fault with the lines around the first difference.
    private mutating func compare(_ had: [String], with wanted: [String], _ what: String) {
        guard had != wanted else { return }
        let first = zip(had, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(had.count, wanted.count)
        let range = max(0, first - 2)..<(first + 3)
        let excerpt = range.flatMap { index in
            [("-", wanted), ("+", had)].compactMap { sign, lines in
                lines.indices.contains(index) ? "  \(sign) \(index + 1): \(lines[index])" : nil
            }
        }
        faults.append(
            "\(what) differ: \(had.count) instead of \(wanted.count), first at \(first + 1)\n"
                + excerpt.joined(separator: "\n")
        )
    }
}
