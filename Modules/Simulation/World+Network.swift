import Bus
import EventSourcing
import FoundationEssentials

/// The network: connections that break and lose what was under way, and live messages that do anything but wait.
extension World {
    /// Opens new sockets; what was meant for the old ones is lost.
    func connect(_ link: Int) {
        links[link].connection += 1
        links[link].isAttached = false
        links[link].former = (0, .zero)
        links[link].unsent = []
        note("link \(link) connects, \(links[link].connection)")
        plan(.handshake(link, connection: links[link].connection), after: 1...20)
    }

    /// An attempt to connect reaches the publisher, or tries again as the library does.
    func meet(_ link: Int, _ connection: Int) {
        guard links[link].connection == connection, links[link].consumer != nil, !links[link].isAttached else { return }
        guard links[link].server != nil, links[link].partitionedUntil <= now else {
            return plan(.handshake(link, connection: connection), after: 100...150)
        }
        if let partner = partner(of: link), gateway.doors[partner]?.contains(partners[partner].key) != true {
            tally.note(.denial)
            note("partner \(partner) is denied")
            if !partners[partner].isAwaitingKey {
                partners[partner].isAwaitingKey = true
                plan(.giveKey(partner), after: 500...8000)
            }
            // The library gives a denied socket up for good.
            return plan(.denied(link, connection: connection), after: 1...20)
        }
        links[link].attachment += 1
        links[link].isAttached = true
        note("link \(link) is connected as \(links[link].attachment)")
        let unsent = links[link].unsent
        links[link].unsent = []
        for frames in unsent { transmit(frames, link) }
    }

    /// The connection breaks: any suffix of what is under way is lost; the library makes another, of another peer.
    func detach(_ link: Int) {
        guard links[link].isAttached else { return }
        tally.note(.breakage)
        note("link \(link) breaks")
        links[link].isAttached = false
        links[link].former = (links[link].attachment, now + dice.milliseconds(0...100))
        let connection = links[link].connection
        if dice.happens(weather.breakNotice) { plan(.broken(link, connection: connection), after: 1...50) }
        plan(.handshake(link, connection: connection), after: 100...200)
    }

    /// Loses everything on a way for some time, and the connection with it.
    func partition(_ link: Int) {
        guard !isCalm else { return }
        let length = dice.milliseconds(200...7000)
        note("link \(link) is cut for \(length)")
        links[link].partitionedUntil = now + length
        agenda.add(.breakConnection(link), at: now + length)
    }

    func send(_ request: FeedRequest, _ number: UInt64, _ link: Int) {
        let identifier = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
        let frames = Envelope(identifier: identifier).frames(of: request)
        guard links[link].isAttached else { return links[link].unsent.append(frames) }
        transmit(frames, link)
    }

    private func transmit(_ frames: [[UInt8]], _ link: Int) {
        let happening = Happening.request(link, attachment: links[link].attachment, frames)
        for at in passage(link, after: links[link].toServer) {
            links[link].toServer = at
            agenda.add(happening, at: at)
        }
    }

    /// Sends a reply to a peer; one that is no longer there gets nothing.
    func transmit(_ frames: [[UInt8]], to peer: FeedServer.Peer, _ link: Int) {
        var rest = frames[...]
        guard let envelope = Envelope(frames: &rest), let reply = FeedReply(frames: rest) else {
            return violate("a reply on link \(link) cannot be read by its own protocol")
        }
        check(reply, link)
        let attachment = Link.attachment(peer)
        guard links[link].isAttached, attachment == links[link].attachment else { return }
        let number = envelope.identifier.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let happening = Happening.reply(
            link,
            connection: links[link].connection,
            attachment: attachment,
            reply,
            request: number
        )
        for at in passage(link, after: links[link].toConsumer) {
            links[link].toConsumer = at
            agenda.add(happening, at: at)
        }
    }

    /// When a message of a connection arrives: not at all, once or twice, and never before an earlier one.
    private func passage(_ link: Int, after earlier: Duration) -> [Duration] {
        guard links[link].partitionedUntil <= now, !strikes(weather.feedLoss) else {
            tally.note(.drop)
            note("link \(link) loses a message")
            return []
        }
        let first = max(earlier, now + dice.milliseconds(0...weather.feedDelay))
        guard strikes(weather.duplication) else { return [first] }
        tally.note(.duplicate)
        return [first, first + dice.milliseconds(0...300)]
    }

    // MARK: Live

    /// Publishes a message to the follower of a feed, if it is connected.
    func publish(_ message: LiveMessage, _ link: Int) {
        check(message, link)
        guard links[link].isAttached else { return }
        guard links[link].partitionedUntil <= now, !strikes(weather.liveLoss) else { return tally.note(.drop) }
        if strikes(weather.corruption) { return corrupt(message, link) }
        post(message, link)
        if strikes(weather.duplication) {
            tally.note(.duplicate)
            post(message, link)
        }
    }

    private func post(_ message: LiveMessage, _ link: Int) {
        let at = now + dice.milliseconds(0...weather.liveDelay)
        if at < links[link].latestLive { tally.note(.reorder) }
        links[link].latestLive = max(links[link].latestLive, at)
        agenda.add(.live(link, connection: links[link].connection, message), at: at)
    }

    /// Changes a message; it must be known for damaged, and then counts as lost.
    private func corrupt(_ message: LiveMessage, _ link: Int) {
        tally.note(.corrupt)
        var frames = message.frames
        switch dice.number(0...3) {
        case 0 where !frames[2].isEmpty:
            let place = dice.number(0...frames[2].count - 1)
            frames[2][place] ^= UInt8(1 << dice.number(0...7))
        case 1: frames[1].removeLast(dice.number(1...frames[1].count))
        case 2: frames.removeLast()
        default: frames[1][dice.number(0...1)] ^= 0x80
        }
        if LiveMessage(frames: frames) != nil { violate("a damaged live message on link \(link) was taken for whole") }
    }
}
