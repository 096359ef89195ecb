import EventSourcing
import FoundationEssentials
import Scheme

/// What the gateway's store must hold, computed without any of the gateway's code: the oracle.
///
/// It is a value, so that a backup of the store has the model that belongs to it.
struct GatewayModel {
    /// A partner as it stands.
    struct Account {
        var isAdmitted = false
        var isRevoked = false
        /// The granted segments and the highest rank, in the order in which they were granted.
        var grants: [(segments: [String], rank: Int)] = []
        /// Its newest key.
        var key: PartnerKey?
        /// The publications in its feed; the first has offset 1.
        var feed: [Int] = []
        var carried: Set<Int> = []
        var floor = 0
    }

    /// A publication that is set aside.
    struct Parked: Equatable {
        let offset: FeedOffset
        let publication: Int
        let subject: String
    }

    var accounts: [Account]
    /// The cursor in each publisher's feed.
    var cursors: [FeedCursor?]
    /// What is set aside of each publisher's feed, in order.
    var parked: [[Parked]]
    /// All that was heard, in order.
    private(set) var heard: [Int] = []
    private var known: Set<Int> = []
    /// Whether it was restored and the operator has not confirmed that.
    var isHeld = false
    /// How many envelopes one transaction of a back-fill goes over.
    static let pageLimit = 3
    /// The commands that have an answer, and whether it was that they were carried out.
    private(set) var answers: [UUID: Bool] = [:]

    init(partners: Int, publishers: Int) {
        accounts = Array(repeating: Account(), count: partners)
        cursors = Array(repeating: nil, count: publishers)
        parked = Array(repeating: [], count: publishers)
    }

    // MARK: Hearing

    /// Takes a batch in as one transaction.
    ///
    /// - Returns: Whether it commits; when not, nothing has changed.
    mutating func hear(
        _ entries: [(offset: FeedOffset, publication: Publication)],
        of feed: Int,
        epoch: Epoch,
        isParking: Bool,
        isPoison: (Publication) -> Bool
    ) -> Bool {
        let former = self
        // What was set aside comes again with the rest of a feed that is heard from its beginning.
        if cursors[feed] == nil { parked[feed] = [] }
        let isSorting = isParking || !parked[feed].isEmpty
        for (offset, publication) in entries {
            let item = Parked(offset: offset, publication: publication.number, subject: publication.subject)
            if isSorting, !publication.subject.isEmpty, parked[feed].contains(where: { $0.subject == item.subject }) {
                park(item, feed)
            } else if publication.isMalformed || isPoison(publication) {
                guard isParking else {
                    self = former
                    return false
                }
                park(item, feed)
            } else {
                pass(on: publication)
            }
        }
        if let last = entries.last { cursors[feed] = FeedCursor(epoch: epoch, offset: last.offset) }
        return true
    }

    /// Tries again what is set aside; what stays holds up the rest of its subject.
    mutating func retry(_ feed: Int, _ publications: [Publication], isPoison: (Publication) -> Bool) {
        var stuck: Set<String> = []
        let waiting = parked[feed]
        for item in waiting where !stuck.contains(item.subject) {
            let publication = publications[item.publication]
            if publication.isMalformed || isPoison(publication) {
                // Nothing waits for what has no subject.
                if !item.subject.isEmpty { stuck.insert(item.subject) }
            } else {
                parked[feed].removeAll { $0.offset == item.offset }
                pass(on: publication)
            }
        }
    }

    /// Sets something aside in its place; the same place is taken again when a feed is heard anew.
    private mutating func park(_ item: Parked, _ feed: Int) {
        parked[feed].removeAll { $0.offset == item.offset }
        parked[feed].insert(item, at: parked[feed].firstIndex { $0.offset > item.offset } ?? parked[feed].endIndex)
    }

    private mutating func pass(on publication: Publication) {
        if known.insert(publication.number).inserted { heard.append(publication.number) }
        for index in accounts.indices where !accounts[index].isRevoked { deliver(publication, to: index) }
    }

    @discardableResult
    private mutating func deliver(_ publication: Publication, to partner: Int) -> Bool {
        guard isGranted(publication, to: partner), accounts[partner].carried.insert(publication.number).inserted else {
            return false
        }
        accounts[partner].feed.append(publication.number)
        return true
    }

    private func isGranted(_ publication: Publication, to partner: Int) -> Bool {
        accounts[partner].grants.contains { grant in
            publication.rank <= grant.rank && Self.matches(grant.segments, publication.segments)
        }
    }

    private static func matches(_ pattern: [String], _ segments: [String]) -> Bool {
        zip(pattern, segments).allSatisfy { $0 == "*" || $0 == $1 }
    }

    // MARK: Commands

    /// What happens between two transactions of a back-fill.
    struct Interruption {
        /// Before which transaction, from 1.
        let page: Int
        /// The other command, or `nil` when the process ends.
        let order: PartnerOrder?
    }

    /// What a command came to.
    enum Outcome: Equatable {
        /// It is done.
        case done
        /// It is refused, and its last transaction has changed nothing.
        case refused
        /// The process ended in the middle; there is no answer.
        case crashed
    }

    /// Carries out a command.
    ///
    /// - Returns: What it came to, and whether the other command was done that came in between, if one did.
    mutating func carryOut(
        _ order: PartnerOrder,
        _ publications: [Publication],
        _ interruption: Interruption?
    ) -> (outcome: Outcome, other: Bool?) {
        if let answer = answers[order.key] { return (answer ? .done : .refused, nil) }
        var other: Bool?
        let outcome: Outcome
        if case .backfill(let pattern) = order.what {
            (outcome, other) = backfill(pattern, order.partner, publications, interruption)
        } else {
            outcome = decide(order) ? .done : .refused
        }
        if outcome != .crashed { answers[order.key] = outcome == .done }
        return (outcome, other)
    }

    private mutating func backfill(
        _ pattern: GrantPattern,
        _ partner: Int,
        _ publications: [Publication],
        _ interruption: Interruption?
    ) -> (outcome: Outcome, other: Bool?) {
        let segments = Self.segments(pattern)
        var other: Bool?
        var page = 0
        while true {
            if page > 0, let interruption, interruption.page == page {
                guard let order = interruption.order else { return (.crashed, nil) }
                other = carryOut(order, publications, nil).outcome == .done
            }
            let account = accounts[partner]
            guard !isHeld, account.isAdmitted, !account.isRevoked, !account.grants.isEmpty else {
                return (.refused, other)
            }
            let part = heard.dropFirst(page * Self.pageLimit).prefix(Self.pageLimit)
            for number in part where Self.matches(segments, publications[number].segments) {
                deliver(publications[number], to: partner)
            }
            guard part.count == Self.pageLimit else { return (.done, other) }
            page += 1
        }
    }

    private mutating func decide(_ order: PartnerOrder) -> Bool {
        let partner = order.partner
        let account = accounts[partner]
        if case .admit(let key) = order.what {
            guard !account.isAdmitted || account.isRevoked else { return false }
            accounts[partner].isAdmitted = true
            accounts[partner].isRevoked = false
            accounts[partner].grants = []
            accounts[partner].key = key
            return true
        }
        guard account.isAdmitted else { return false }
        if case .revoke = order.what {
            accounts[partner].isRevoked = true
            accounts[partner].grants = []
            return true
        }
        guard !account.isRevoked else { return false }
        switch order.what {
        case .admit, .revoke, .backfill: return true
        case .grant(let pattern, let dataClass):
            let segments = Self.segments(pattern)
            let rank = DataClass.allCases.firstIndex(of: dataClass) ?? 0
            if account.grants.contains(where: { $0.segments == segments && $0.rank == rank }) { return true }
            accounts[partner].grants.removeAll { $0.segments == segments }
            accounts[partner].grants.append((segments, rank))
            return true
        case .withdraw(let pattern):
            let segments = Self.segments(pattern)
            accounts[partner].grants.removeAll { $0.segments == segments }
            return accounts[partner].grants.count < account.grants.count
        case .rotate(let key, _):
            accounts[partner].key = key
            return true
        }
    }

    private static func segments(_ pattern: GrantPattern) -> [String] {
        pattern.text.split(separator: "/").map(String.init)
    }
}
