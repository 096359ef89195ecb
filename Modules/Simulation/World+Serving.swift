import Bus
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginKit
import Scheme

/// The publisher's side of each feed: what the shell does around the state machine.
extension World {
    func serve(_ input: FeedServer.Input, _ link: Int) {
        guard let actions = links[link].server?.handle(input, now: now), !actions.isEmpty else { return }
        // Several are made from a dictionary, whose order is another in every run.
        let inOrder = actions.count > 1 ? actions.sorted { "\($0)" < "\($1)" } : actions
        for action in inOrder {
            if case .reply(let peer, let frames) = action {
                transmit(frames, to: peer, link)
            } else {
                plan(.serve(link, life: links[link].serverLife, action), after: 0...weather.storeDelay)
            }
        }
    }

    func receive(_ frames: [[UInt8]], _ link: Int, _ attachment: Int) {
        guard links[link].carries(attachment, at: now) else { return }
        let sender = partner(of: link).map { partners[$0].id.text }
        serve(.message(Link.peer(attachment), frames, sender: sender), link)
    }

    /// A peer with another's key, or none, asks at a door: it must not get anything.
    func intrude(_ partner: Int) {
        let link = door(of: partner)
        guard let epoch = links[link].server.map({ _ in gateway.store.epoch }) else { return }
        tally.note(.intruder)
        let requests: [FeedRequest] = [
            .hello(FeedRequest.Hello(consumer: "intruder")),
            .fetch(FeedRequest.Fetch(epoch: epoch, from: .start, waitMs: 0)),
            .fetch(FeedRequest.Fetch(epoch: epoch, from: .start, waitMs: 2000)),
            .snapshot(FeedRequest.Snapshot(epoch: epoch)),
        ]
        let other = partners[(partner + 1) % partners.count].id.text
        let sender = dice.happens(0.5) ? other : nil
        let frames = Envelope(identifier: [1]).frames(of: dice.pick(requests))
        let peer: FeedServer.Peer = [0xFF, 0xFF, 0xFF, 0xFF]
        for action in links[link].server?.handle(.message(peer, frames, sender: sender), now: now) ?? [] {
            var rest: ArraySlice<[UInt8]> = []
            if case .reply(peer, let answer) = action { rest = answer[...] }
            guard Envelope(frames: &rest) != nil, case .error(let fault)? = FeedReply(frames: rest),
                fault.code == .denied
            else { return violate("the door of partner \(partner) let \(sender ?? "nobody") in") }
        }
    }

    // MARK: The store behind it

    func carryOut(_ action: FeedServer.Action, _ link: Int, _ life: Int) async throws {
        guard links[link].serverLife == life, links[link].server != nil else { return }
        switch action {
        case .reply: return
        case .read(let ticket, let after, let limit, let maxBytes):
            let bytes = min(maxBytes, weather.pageBytes)
            serve(.entries(ticket, try await entries(link, after: after, limit: limit, maxBytes: bytes)), link)
        case .readSnapshot(let ticket, let asOf, let after, let limit, let maxBytes):
            let bytes = min(maxBytes, weather.pageBytes)
            let entries = try await snapshot(link, after: after, asOf: asOf, limit: limit, maxBytes: bytes)
            serve(.snapshot(ticket, entries, asOf: asOf), link)
        case .lookUp(let ticket, let consumer):
            serve(.acknowledged(ticket, try await acknowledged(link, by: consumer)), link)
        case .acknowledge(let ticket, let consumer, let offset):
            try await acknowledge(ticket, consumer, offset, link)
        case .notePark(let ticket, let consumer, let offset, let reason):
            guard let partner = partner(of: link) else { return violate("a publisher was told of a parked event") }
            let trouble = PartnerTrouble(
                consumer: consumer,
                offset: offset.value,
                reason: reason,
                at: wall.microseconds
            )
            let id = partners[partner].id
            try await gateway.store.write { try trouble.keep(of: id, in: $0) }
            serve(.kept(ticket), link)
        }
    }

    private func acknowledge(
        _ ticket: FeedServer.Ticket,
        _ consumer: String,
        _ offset: FeedOffset,
        _ link: Int
    ) async throws {
        let node = serverNode(link)
        if strikes(weather.crashAtCommit) { return crash(node) }
        let epoch = feedEpoch(link).description
        guard offset.value <= links[link].furthest[epoch] ?? 0 else {
            return violate(
                "link \(link) acknowledged \(offset.value) of epoch \(epoch), and no more than "
                    + "\(links[link].furthest[epoch] ?? 0) was ever on its consumer's disk"
            )
        }
        if let partner = partner(of: link) {
            let (channel, at) = (partners[partner].channel, wall)
            try await gateway.store.write {
                try $0.acknowledge(channel: channel, consumer: consumer, upTo: offset, at: at)
            }
        } else {
            try await publishers[link].store.write { try $0.acknowledge(consumer: consumer, upTo: offset) }
        }
        note("link \(link) has acknowledged \(offset.value)")
        if strikes(weather.crashAtCommit) { return crash(node) }
        serve(.kept(ticket), link)
    }

    /// The present life of a feed.
    func feedEpoch(_ link: Int) -> Epoch {
        partner(of: link) == nil ? publishers[link].store.epoch : gateway.store.epoch
    }

    func entries(_ link: Int, after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        guard let partner = partner(of: link) else {
            return try await publishers[link].store.read {
                try $0.feed(after: offset, limit: limit, maxBytes: maxBytes)
            }
        }
        let channel = partners[partner].channel
        return try await gateway.store.read {
            try $0.entries(of: channel, after: offset, limit: limit, maxBytes: maxBytes)
        }
    }

    private func snapshot(
        _ link: Int,
        after: FeedOffset,
        asOf: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        guard let partner = partner(of: link) else {
            violate("a snapshot was asked of a publisher, which has none")
            return []
        }
        if mistake == .ranksSnapshotByOffset {
            return newestByOffset(partner, after: after, asOf: asOf, limit: limit, maxBytes: maxBytes)
        }
        let channel = partners[partner].channel
        return try await gateway.store.read {
            try $0.snapshot(of: channel, after: after, asOf: asOf, limit: limit, maxBytes: maxBytes)
        }
    }

    /// What a snapshot would be without a thought of back-fills.
    private func newestByOffset(
        _ partner: Int,
        after: FeedOffset,
        asOf: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) -> [FeedEntry] {
        let feed = gateway.model.accounts[partner].feed.prefix(Int(asOf.value)).map { publications[$0] }
        var entries: [FeedEntry] = []
        var bytes = 0
        for (place, publication) in feed.enumerated().dropFirst(Int(after.value)) {
            let hasLater = feed[(place + 1)...].contains {
                $0.topic == publication.topic && $0.subject == publication.subject
            }
            guard !hasLater else { continue }
            bytes += publication.body.count
            guard entries.count < limit, bytes <= maxBytes || entries.isEmpty else { break }
            let offset = FeedOffset(Int64(place) + 1)
            entries.append(FeedEntry(offset: offset, topic: publication.topic, body: publication.body))
        }
        return entries
    }

    func acknowledged(_ link: Int, by consumer: String) async throws -> FeedOffset {
        guard let partner = partner(of: link) else {
            return try await publishers[link].store.read { try $0.acknowledgements()[consumer] ?? .start }
        }
        let channel = partners[partner].channel
        return try await gateway.store.read {
            try $0.progress(of: channel).first { $0.consumer == consumer }?.offset ?? .start
        }
    }

    /// The newest entry of a feed, and up to where it is no longer served.
    func state(_ link: Int) async throws -> ChannelState {
        guard let partner = partner(of: link) else {
            return try await publishers[link].store.read { ChannelState(head: try $0.feedHead(), floor: .start) }
        }
        let channel = partners[partner].channel
        return try await gateway.store.read { try $0.state(of: channel) }
    }

    // MARK: Live

    /// Opens the publisher's side with what its store has.
    func open(_ link: Int, expecting: Set<String>?) async throws {
        let state = try await state(link)
        links[link].serverLife += 1
        links[link].announced = state.head.value
        links[link].server = FeedServer(
            epoch: feedEpoch(link),
            head: state.head,
            floor: state.floor,
            expecting: expecting
        )
    }

    func shut(_ link: Int) {
        links[link].server = nil
        links[link].serverLife += 1
        detach(link)
    }

    /// Tells of what was committed since the last time.
    func announce(_ link: Int) async throws {
        guard links[link].server != nil else { return }
        let state = try await state(link)
        serve(.floor(state.floor), link)
        while links[link].announced < state.head.value {
            let after = FeedOffset(links[link].announced)
            let news = try await entries(link, after: after, limit: 500, maxBytes: 1_048_576)
            guard let last = news.last else { break }
            links[link].announced = last.offset.value
            for entry in news {
                publish(LiveMessage(entry, epoch: feedEpoch(link), head: state.head, sentAt: wall), link)
            }
        }
        serve(.head(state.head), link)
    }

    func beat(_ link: Int) {
        plan(.beat(link), after: 1000...1000)
        guard links[link].server != nil else { return }
        let head = FeedOffset(links[link].announced)
        publish(LiveMessage(heartbeatOf: feedEpoch(link), head: head, sentAt: wall), link)
    }
}
