import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginKit
import Scheme

/// The gateway: its real plug-in on its real store, each transaction beside that of the model.
extension World {
    /// Begins to run: follows the publishers and opens the doors.
    func startGateway() async throws {
        gateway.runtime = Self.runtime(gateway.store, gateway.poison, mistake)
        try await gateway.runtime.begin(isRestored: gateway.isToldOfRestore, at: wall)
        gateway.isToldOfRestore = false
        try await gateway.runtime.catchUp()
        gateway.isUp = true
        if try await gateway.runtime.deafness() == nil {
            try await startHearing()
        } else {
            plan(.confirmRestored, after: 500...6000)
        }
        try await keepDoors()
    }

    /// Follows the publishers.
    private func startHearing() async throws {
        guard !gateway.model.isHeld else { return violate("a restored gateway hears before that is confirmed") }
        for link in publishers.indices {
            let feed = Publication.stream(link)
            let cursor = try await gateway.store.read { try $0.cursor(in: feed) }
            if cursor != gateway.model.cursors[link] {
                violate("the gateway\u{2019}s cursor in \(feed) is not what was kept")
            }
            startConsumer(link, cursor: cursor, onGone: .halt)
        }
    }

    /// The operator has redone what was ended since the backup, and lets the partners in.
    func confirmRestored() async throws {
        // Every start plans it again while there is something to confirm.
        guard gateway.isUp, gateway.model.isHeld else { return }
        guard !strikes(weather.crashAtCommit) else { return crash(.gateway) }
        let request = CommandRequest(
            key: dice.uuid(),
            type: ConfirmRestored.name,
            issuedBy: issuer,
            body: try JSON.value(of: ConfirmRestored())
        )
        guard case .done = try await gateway.runtime.carryOut(request, at: wall) else {
            return violate("that the gateway was restored could not be confirmed")
        }
        note("the operator has confirmed that the gateway was restored")
        tally.note(.confirmation)
        gateway.model.isHeld = false
        try await compare()
        if strikes(weather.crashAtCommit) { return crash(.gateway) }
        try await startHearing()
        plan(.keepDoors, after: 0...50)
    }

    /// Takes a batch of a publisher's feed in; returns whether it committed.
    func hear(
        _ entries: [FeedEntry],
        _ known: [PartnerApplication.Entry],
        _ epoch: Epoch,
        _ attempt: Int,
        _ link: Int
    ) async throws -> Bool {
        guard let name = PluginName(Publication.stream(link)) else { return false }
        let isParking = attempt >= PluginRuntime<InMemoryEventStore>.attemptsBeforeParking
        let poison = gateway.poison
        let isOwed = gateway.model.hear(known, of: link, epoch: epoch, isParking: isParking) {
            poison.contains($0.body)
        }
        var isDone = true
        do {
            let parked = try await gateway.runtime.apply(entries, of: name, epoch: epoch, at: wall, attempt: attempt)
            for _ in parked { tally.note(.parked) }
        } catch {
            isDone = false
        }
        guard isDone == isOwed else {
            violate(
                "the gateway \(isDone ? "took in" : "refused") \(entries.map(\.offset.value)) of \(name), attempt \(attempt)"
            )
            return false
        }
        if isDone { try await compare() }
        return isDone
    }

    func retryAtGateway(_ feed: Int) async throws {
        guard gateway.isUp, !gateway.model.isHeld else { return plan(.retryAtGateway(feed), after: 200...500) }
        let poison = gateway.poison
        gateway.model.retry(feed, publications) { poison.contains($0.body) }
        _ = try await gateway.runtime.retryParked(of: Publication.stream(feed), subject: nil, at: wall)
        note("the gateway has tried what it had set aside of feed \(feed)")
        try await compare()
    }

    /// Compares what a transaction of the gateway did with what the model says, and lets the doors tell of it.
    func compare() async throws {
        gateway.heard[gateway.store.epoch] = gateway.model.heard
        let channels = partners.map(\.channel)
        let compared = gateway.compared
        let found = try await gateway.store.read { reader in
            try zip(channels, compared).map { channel, count in
                let after = FeedOffset(Int64(count))
                return (
                    state: try reader.state(of: channel),
                    news: try reader.entries(of: channel, after: after, limit: 1000, maxBytes: .max)
                )
            }
        }
        for (partner, found) in found.enumerated() {
            let account = gateway.model.accounts[partner]
            partners[partner].lives[gateway.store.epoch] = account.feed
            let owed = account.feed.dropFirst(compared[partner])
            let bodies = found.news.map(\.body)
            guard found.state.head.value == Int64(account.feed.count), bodies == owed.map({ publications[$0].body }),
                found.news.map(\.topic) == owed.map({ publications[$0].topic })
            else {
                let has = bodies.map { numbers[$0] ?? -1 }
                return violate(
                    "the gateway put \(has) into the feed of partner \(partner), and \(Array(owed)) was granted"
                )
            }
            guard found.state.floor.value == Int64(account.floor) else {
                return violate("the floor of partner \(partner) is \(found.state.floor.value), not \(account.floor)")
            }
            gateway.compared[partner] = account.feed.count
            if !owed.isEmpty {
                note("partner \(partner) is given \(Array(owed))")
                plan(.announce(door(of: partner)), after: 0...20)
            }
        }
        for (feed, owed) in gateway.model.parked.enumerated() {
            let name = Publication.stream(feed)
            let parked = try await gateway.store.read { try $0.parked(of: name, limit: 1000).map(\.offset) }
            guard parked == owed.map(\.offset) else {
                return violate(
                    "the gateway has set \(parked.map(\.value)) of \(name) aside, and should have \(owed.map(\.offset.value))"
                )
            }
        }
    }

    // MARK: Doors

    /// Opens and shuts the doors as the store says, the way the gateway's own shell does.
    func keepDoors() async throws {
        guard gateway.isUp else { return }
        let today = CalendarDate(inTheNetherlandsAt: wall)
        let (summaries, isHeld) = try await gateway.store.read { reader in
            (try PartnerDirectory.all(in: reader), try RestoredHold.reason(in: reader) != nil)
        }
        guard isHeld == gateway.model.isHeld else {
            return violate("the gateway is \(isHeld ? "" : "not ")held back, and should \(isHeld ? "not " : "")be")
        }
        for partner in partners.indices {
            guard let summary = summaries.first(where: { $0.partner == partners[partner].id }) else { continue }
            let keys = Set(summary.keys.filter { key in key.until.map { today <= $0 } ?? true }.map(\.key))
            let isWanted = !isHeld && !summary.isRevoked && !keys.isEmpty
            guard summary.isRevoked == gateway.model.accounts[partner].isRevoked else {
                return violate("the gateway is wrong about the revocation of partner \(partner)")
            }
            let link = door(of: partner)
            // A key that no longer counts must not keep a connection that it has made.
            if let open = gateway.doors[partner], !isWanted || !keys.isSuperset(of: open) {
                note("the door of partner \(partner) is shut")
                gateway.doors[partner] = nil
                shut(link)
            }
            guard isWanted else { continue }
            if gateway.doors[partner] == nil {
                note("the door of partner \(partner) is open")
                try await open(link, expecting: [partners[partner].id.text])
            }
            gateway.doors[partner] = keys
        }
    }

    /// The operator hands a partner the key that the gateway knows.
    func giveKey(_ partner: Int) {
        partners[partner].isAwaitingKey = false
        guard let key = gateway.model.accounts[partner].key, key != partners[partner].key else { return }
        note("partner \(partner) has its new key")
        partners[partner].key = key
    }

    /// Ends the serving of old entries: those that are acknowledged, or some that are not.
    func trim(_ partner: Int) async throws {
        guard gateway.isUp, !isCalm else { return }
        let head = gateway.model.accounts[partner].feed.count
        let acknowledged = Int(try await acknowledged(door(of: partner), by: "system").value)
        let floor = dice.happens(0.4) ? min(acknowledged, head) : dice.number(0...head)
        guard floor > gateway.model.accounts[partner].floor else { return }
        tally.note(.trim)
        note("the feed of partner \(partner) is trimmed up to \(floor)")
        let channel = partners[partner].channel
        try await gateway.store.write { try $0.trim(channel, upTo: FeedOffset(Int64(floor))) }
        gateway.model.accounts[partner].floor = floor
        plan(.announce(door(of: partner)), after: 0...50)
    }
}
