import Bus
import EventSourcing
import FoundationEssentials

extension FuzzTarget {
    /// The publisher's side of the feed, under messages of many peers in any order.
    static let server = FuzzTarget(name: "server") {
        let envelope = Envelope(identifier: [7])
        func message(_ peer: UInt8, _ request: FeedRequest) -> [UInt8] {
            [UInt8(ascii: "M"), peer] + Script.input(envelope.frames(of: request))
        }
        let fetch = FeedRequest.Fetch(epoch: Examples.epoch, from: FeedOffset(5), waitMs: 2000)
        let note = FeedRequest.Acknowledge(consumer: "planning", epoch: Examples.epoch, upTo: FeedOffset(5))
        let page = FeedRequest.Snapshot(epoch: Examples.epoch, asOf: FeedOffset(5), after: FeedOffset(2))
        let parked = FeedRequest.Parked(
            consumer: "planning",
            epoch: Examples.epoch,
            offset: FeedOffset(2),
            reason: "kapot"
        )
        let steps: [[UInt8]] = [
            message(1, .hello(FeedRequest.Hello(consumer: "planning"))), [UInt8(ascii: "S")], message(1, .fetch(fetch)),
            message(2, .acknowledge(note)), message(3, .snapshot(page)), message(4, .parked(parked)),
            [UInt8(ascii: "S")],
            [UInt8(ascii: "G"), 4], message(3, .snapshot(page)), [UInt8(ascii: "D")], [UInt8(ascii: "H"), 2],
            [UInt8(ascii: "S")],
            [UInt8(ascii: "F"), 255], [UInt8(ascii: "T"), 255],
        ]
        return [Script.input(steps: steps), Script.input(steps: steps.filter { $0 != [UInt8(ascii: "F"), 255] })]
    } run: { bytes in
        var service = FuzzedService()
        for step in Script.steps(bytes) { service.take(step) }
        service.finish()
    }
}

/// A service with a log of numbered entries, whose peers say what the input says.
private struct FuzzedService {
    private var server = FeedServer(epoch: Examples.epoch, head: FeedOffset(5))
    private var head: Int64 = 5
    private var floor: Int64 = 0
    private var now: Duration = .zero
    private var jobs: [FeedServer.Action] = []
    private var peers: Set<[UInt8]> = []
    private var floodLeft = Int64(FeedLimits.waitingFetchesOfOneSender) + 8
    private var senders: Set<String?> = []

    /// M: a message; F: fetches of many peers; H, G: head and floor grow; S, D: the store works or refuses; T: time passes.
    mutating func take(_ step: ArraySlice<UInt8>) {
        guard let kind = step.first else { return }
        var numbers = Numbers(step.dropFirst())
        switch kind {
        case UInt8(ascii: "M"):
            let peer = numbers.next()
            let sender = peer == 0 ? nil : "sender-\(peer % 3)"
            hear(Script.parts(step.dropFirst(2)), from: [UInt8(peer)], sender: sender)
        case UInt8(ascii: "F"):
            let fetch = FeedRequest.Fetch(epoch: Examples.epoch, from: FeedOffset(head), waitMs: 20_000)
            let message = Envelope(identifier: [1]).frames(of: .fetch(fetch))
            // More than one sender gets, once an input: that many messages take long.
            let count = min(numbers.next() & 0x7F, floodLeft)
            floodLeft -= count
            for number in 0..<count { hear(message, from: [0xFF, UInt8(number)], sender: "flood") }
        case UInt8(ascii: "H"):
            head += numbers.next()
            act(server.handle(.head(FeedOffset(head)), now: now))
            require(server.waitingCount <= peers.count, "no more fetches wait than there are peers")
        case UInt8(ascii: "G"):
            floor = min(head, floor + numbers.next())
            act(server.handle(.floor(FeedOffset(floor)), now: now))
        case UInt8(ascii: "S"): work()
        case UInt8(ascii: "D"): refuse()
        case UInt8(ascii: "T"):
            now += .milliseconds(100 * numbers.next())
            act(server.handle(.tick, now: now))
        default: break
        }
    }

    /// When the longest wait is over nothing is held.
    mutating func finish() {
        // What waited for a turn comes out of what is finished.
        while !jobs.isEmpty { work() }
        now += .milliseconds(FeedLimits.waitMs) + FeedLimits.turnWithin
        act(server.handle(.tick, now: now))
        require(server.waitingCount == 0, "no fetch is held beyond its wait")
    }

    private mutating func hear(_ frames: [[UInt8]], from peer: [UInt8], sender: String?) {
        peers.insert(peer)
        senders.insert(sender)
        let actions = server.handle(.message(peer, frames, sender: sender), now: now)
        require(actions.count <= 1, "a message leads to one action at most")
        for case .reply(let other, _) in actions { require(other == peer, "the answer goes to the one who asked") }
        act(actions)
        let most = min(FeedLimits.waitingFetches, FeedLimits.waitingFetchesOfOneSender * senders.count, peers.count)
        require(server.waitingCount <= most, "\(server.waitingCount) fetches wait, and \(most) may")
    }

    private mutating func act(_ actions: [FeedServer.Action]) {
        for action in actions {
            switch action {
            case .reply(_, let frames): check(frames)
            case .read(_, let after, let limit, let maxBytes):
                require((1...FeedLimits.events).contains(limit), "a read asks for 1 to \(FeedLimits.events) entries")
                require((1...FeedLimits.bytes).contains(maxBytes), "a read asks for 1 to \(FeedLimits.bytes) bytes")
                require(after.value < head, "a read begins before the head")
                jobs.append(action)
            case .readSnapshot(_, let asOf, let after, let limit, let maxBytes):
                require((1...FeedLimits.events).contains(limit), "a page asks for 1 to \(FeedLimits.events) entries")
                require((1...FeedLimits.bytes).contains(maxBytes), "a page asks for 1 to \(FeedLimits.bytes) bytes")
                require(after <= asOf && asOf.value <= head, "a page lies between its begin and its end")
                jobs.append(action)
            case .lookUp(_, let consumer), .acknowledge(_, let consumer, _), .notePark(_, let consumer, _, _):
                require((1...FeedLimits.consumerName).contains(consumer.utf8.count), "a name is bounded")
                if case .acknowledge(_, _, let offset) = action {
                    require(offset.value <= head, "nothing is acknowledged that is not there")
                }
                jobs.append(action)
            }
        }
    }

    private func check(_ frames: [[UInt8]]) {
        var rest = frames[...]
        require(Envelope(frames: &rest) != nil, "a reply has an envelope")
        guard let reply = FeedReply(frames: rest) else { return require(false, "a reply can be read by its receiver") }
        guard case .events(let events) = reply else { return }
        require(events.head.value <= head, "no head is told that is not there")
        require(events.entries.allSatisfy { $0.offset.value > floor }, "nothing is served that is no longer kept")
    }

    private mutating func work() {
        let present = jobs
        jobs = []
        for job in present {
            switch job {
            case .read(let ticket, let after, let limit, _):
                let last = min(head, after.value + Int64(min(limit, 3)))
                let entries = (after.value + 1...last).map(Examples.entry)
                act(server.handle(.entries(ticket, entries), now: now))
            case .lookUp(let ticket, _): act(server.handle(.acknowledged(ticket, FeedOffset(3)), now: now))
            case .acknowledge(let ticket, _, _), .notePark(let ticket, _, _, _):
                act(server.handle(.kept(ticket), now: now))
            case .readSnapshot(let ticket, let asOf, let after, let limit, _):
                let first = after.value + 1
                let entries = first > asOf.value ? [] : (first...asOf.value).prefix(min(limit, 3)).map(Examples.entry)
                act(server.handle(.snapshot(ticket, entries, asOf: asOf), now: now))
            case .reply: break
            }
        }
    }

    private mutating func refuse() {
        let present = jobs
        jobs = []
        let fault = FeedReply.Fault(.busy, "later")
        for job in present {
            switch job {
            case .read(let ticket, _, _, _), .readSnapshot(let ticket, _, _, _, _), .lookUp(let ticket, _),
                .acknowledge(let ticket, _, _), .notePark(let ticket, _, _, _):
                act(server.handle(.refused(ticket, fault), now: now))
            case .reply: break
            }
        }
    }
}
