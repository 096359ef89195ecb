import Bus
import EventSourcing

/// A publisher, a consumer and the network between them in virtual time, driven by one seed.
///
/// The publisher is a log with a ``FeedServer``; the consumer is a ``FeedConsumer`` with a store that survives its
/// crashes. Live and feed messages are lost, doubled and delayed, and so overtake each other.
struct FeedSimulation {
    /// How bad it is.
    struct Weather {
        /// The chance that a live message is lost.
        var liveLoss = 0.3
        /// The chance that a message of the feed is lost.
        var feedLoss = 0.05
        /// The chance that a message comes twice.
        var doubling = 0.1
        /// The chance of a crash of either side, each tick.
        var crash = 0.01
        /// The chance that an effect fails.
        var failure = 0.05
        /// The chance that entries are no longer served, each tick; the consumer then takes snapshots.
        var trim = 0.0
        /// The chance that the consumer is denied or a connection breaks off, each tick.
        var denial = 0.0
        /// A mistake that the simulation must be able to find.
        var mistake: Mistake?
    }

    /// Mistakes that a consumer could have.
    enum Mistake: CaseIterable {
        /// A live event is taken for the next one whatever its offset is.
        case takesAnyLiveEvent
        /// The cursor is on disk before the effect.
        case keepsPositionFirst
        /// The cursor is on disk after the effect, not with it.
        case keepsPositionLast
        /// An effect that failed counts as made.
        case ignoresFailure
        /// The cursor is on disk with any page of a snapshot, not with the last one.
        case keepsPositionWithFirstPage
    }

    private enum Happening {
        case tick
        case commit
        case live(LiveMessage)
        case toServer(peer: [UInt8], frames: [[UInt8]])
        case toConsumer(peer: [UInt8], frames: [[UInt8]])
        case read(FeedServer.Ticket, FeedOffset, Int)
        case lookUp(FeedServer.Ticket)
        case keep(FeedServer.Ticket, FeedOffset)
        case readSnapshot(FeedServer.Ticket, asOf: FeedOffset, after: FeedOffset, Int)
        case page([FeedEntry], asOf: FeedOffset, isLast: Bool, life: Int)
        case effect([FeedEntry], life: Int)
        case publisherStarts
        case consumerStarts
    }

    /// How many events are committed.
    static let eventCount = 60

    private let weather: Weather
    private var dice: Dice
    /// How much time has passed.
    private(set) var now: Duration = .zero
    private var agenda: [(at: Duration, order: Int, happening: Happening)] = []
    private var order = 0

    private var log: [FeedEntry] = []
    private var server: FeedServer?
    private var acknowledged = FeedOffset.start
    private var floor = FeedOffset.start

    private var consumer: FeedConsumer?
    private var connection: UInt8 = 0
    private var life = 0
    private var cursor: FeedCursor?
    /// The effects that are on disk, in the order in which they were made.
    private(set) var applied: [FeedEntry] = []
    /// The newest event of each topic, as the consumer's store has it.
    private var state: [String: Int64] = [:]
    /// How many snapshots were taken.
    private(set) var snapshotCount = 0
    /// How many notices an operator would have got.
    private(set) var noticeCount = 0
    /// What went wrong, if anything did.
    private(set) var violation: String?
    /// How many times either side crashed.
    private(set) var crashCount = 0

    init(seed: UInt64, _ weather: Weather) {
        self.weather = weather
        dice = Dice(seed: seed)
    }

    /// Runs until everything is applied, a rule is broken, or 200 seconds have passed.
    mutating func run() {
        plan(.publisherStarts, after: 0...0)
        plan(.consumerStarts, after: 0...100)
        plan(.tick, after: 50...50)
        for _ in 0..<Self.eventCount { plan(.commit, after: 0...20_000) }
        while now < .seconds(200), violation == nil, !isComplete, let next = takeNext() {
            now = next.at
            take(next.happening)
            check()
        }
        if violation == nil, isComplete, state != newest(upTo: cursor?.offset ?? .start) { violation = "\(state)" }
        if violation == nil, !isComplete { violation = "only \(applied.count) of \(log.count) are applied in the end" }
    }

    private var isComplete: Bool {
        log.count == Self.eventCount && applied.count == log.count && cursor?.offset.value == Int64(log.count)
    }

    /// What is applied is the beginning of the log, in order, without a gap and without a repetition.
    private mutating func check() {
        if applied.count > log.count || applied.last.map({ $0.body != log[applied.count - 1].body }) ?? false {
            violation = "\(applied.map { String(decoding: $0.body, as: UTF8.self) }) after \(now)"
        }
    }

    private mutating func plan(_ happening: Happening, after milliseconds: ClosedRange<Int>) {
        order += 1
        let at = now + .milliseconds(Int.random(in: milliseconds, using: &dice))
        let place = agenda.firstIndex { ($0.at, $0.order) < (at, order) } ?? agenda.endIndex
        agenda.insert((at, order, happening), at: place)
    }

    private mutating func takeNext() -> (at: Duration, happening: Happening)? {
        agenda.popLast().map { ($0.at, $0.happening) }
    }

    /// Sends over the network.
    private mutating func send(_ happening: Happening, loss: Double) {
        guard !dice.happens(loss) else { return }
        plan(happening, after: 0...120)
        if dice.happens(weather.doubling) { plan(happening, after: 0...900) }
    }

    private mutating func take(_ happening: Happening) {
        switch happening {
        case .tick: tick()
        case .commit: commit()
        case .live(let message):
            let heard = weather.mistake == .takesAnyLiveEvent ? pretendNext(message) : message
            act(consumer?.handle(.live(heard), now: now))
        case .toServer(let peer, let frames): act(server?.handle(.message(peer, frames), now: now))
        case .toConsumer(let peer, let frames):
            guard peer == [connection] else { return }
            hear(frames)
        case .read(let ticket, let after, let limit):
            let entries = Array(log.dropFirst(Int(max(after, floor).value)).prefix(limit))
            if entries.first?.offset != after.next { act(server?.handle(.floor(floor), now: now)) }
            act(server?.handle(.entries(ticket, entries), now: now))
        case .keep(let ticket, let offset):
            acknowledged = max(acknowledged, offset)
            act(server?.handle(.kept(ticket), now: now))
        case .lookUp(let ticket): act(server?.handle(.acknowledged(ticket, acknowledged), now: now))
        case .readSnapshot(let ticket, let asOf, let after, let limit):
            let newest = newest(upTo: asOf).values.filter { $0 > after.value }.sorted().prefix(limit)
            let page = newest.map { log[Int($0) - 1] }
            act(server?.handle(.snapshot(ticket, page, asOf: asOf), now: now))
        case .page(let entries, let asOf, let isLast, let life): makePage(entries, asOf, isLast, of: life)
        case .effect(let entries, let life): makeEffect(entries, of: life)
        case .publisherStarts:
            server = FeedServer(epoch: Samples.epoch, head: FeedOffset(Int64(log.count)), floor: floor)
        case .consumerStarts:
            life += 1
            connection &+= 1
            let onGone: FeedConsumer.OnGone = weather.trim > 0 ? .snapshot : .halt
            consumer = FeedConsumer(name: "model", cursor: cursor, onGone: onGone, seed: dice.next())
        }
    }

    private mutating func tick() {
        plan(.tick, after: 50...50)
        act(server?.handle(.tick, now: now))
        act(consumer?.handle(.tick, now: now))
        if server != nil, now.components.attoseconds < 50_000_000_000_000_000 {
            let head = FeedOffset(Int64(log.count))
            let beat = LiveMessage(heartbeatOf: Samples.epoch, head: head, sentAt: Instant(microseconds: 0))
            send(.live(beat), loss: weather.liveLoss)
        }
        if dice.happens(weather.trim), server != nil, floor.value < log.count {
            floor = FeedOffset(Int64.random(in: floor.value...Int64(log.count), using: &dice))
            if dice.happens(0.5) { act(server?.handle(.floor(floor), now: now)) }
        }
        if dice.happens(weather.denial) {
            act(consumer?.handle(dice.happens(0.5) ? .denied(why: "no.") : .disconnected, now: now))
        }
        if consumer != nil, dice.happens(weather.crash) {
            consumer = nil
            crashCount += 1
            plan(.consumerStarts, after: 0...600)
        }
        if server != nil, dice.happens(weather.crash) {
            server = nil
            crashCount += 1
            plan(.publisherStarts, after: 0...600)
        }
    }

    private mutating func commit() {
        let number = Int64(log.count) + 1
        let entry = Samples.entry(number, topic: "e/test/gm0001/g\(number % 7)/iets/")
        guard server != nil else {
            // Nothing commits while the process is down.
            return plan(.commit, after: 1...500)
        }
        log.append(entry)
        // The process may end between the commit and its announcement.
        if dice.happens(weather.crash * 5) {
            server = nil
            crashCount += 1
            return plan(.publisherStarts, after: 0...600)
        }
        let live = LiveMessage(entry, epoch: Samples.epoch, head: entry.offset, sentAt: Instant(microseconds: 0))
        send(.live(live), loss: weather.liveLoss)
        act(server?.handle(.head(entry.offset), now: now))
    }

    private mutating func act(_ actions: [FeedServer.Action]?) {
        for action in actions ?? [] {
            switch action {
            case .reply(let peer, let frames): send(.toConsumer(peer: peer, frames: frames), loss: weather.feedLoss)
            case .read(let ticket, let after, let limit, _): plan(.read(ticket, after, min(limit, 7)), after: 0...30)
            case .lookUp(let ticket, _): plan(.lookUp(ticket), after: 0...30)
            case .acknowledge(let ticket, _, let offset):
                if offset > (cursor?.offset ?? .start) { violation = "acknowledged \(offset.value) too early" }
                plan(.keep(ticket, offset), after: 0...30)
            case .readSnapshot(let ticket, let asOf, let after, let limit, _):
                plan(.readSnapshot(ticket, asOf: asOf, after: after, min(limit, 3)), after: 0...30)
            case .notePark: violation = "nothing was set aside"
            }
        }
    }

    private mutating func hear(_ frames: [[UInt8]]) {
        var rest = frames[...]
        guard let envelope = Envelope(frames: &rest), let reply = FeedReply(frames: rest) else { return }
        let number = envelope.identifier.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        act(consumer?.handle(.reply(reply, request: number), now: now))
    }

    private mutating func act(_ actions: [FeedConsumer.Action]?) {
        for action in actions ?? [] {
            switch action {
            case .connect: connection &+= 1
            case .send(let request, let number):
                let identifier = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
                let frames = Envelope(identifier: identifier).frames(of: request)
                send(.toServer(peer: [connection], frames: frames), loss: weather.feedLoss)
            case .apply(let entries, _, _):
                if weather.mistake == .keepsPositionFirst { keepPosition(entries) }
                plan(.effect(entries, life: life), after: 0...200)
            case .applySnapshot(let entries, _, let asOf, let isLast):
                plan(.page(entries, asOf: asOf, isLast: isLast, life: life), after: 0...200)
            case .notice: noticeCount += 1
            case .halt(let halt): violation = "halted: \(halt)"
            }
        }
    }

    /// The transaction of effect and cursor; a crash of the consumer before it leaves nothing of it.
    private mutating func makeEffect(_ entries: [FeedEntry], of life: Int) {
        guard consumer != nil, life == self.life, let last = entries.last else { return }
        if dice.happens(weather.failure) {
            let outcome = weather.mistake == .ignoresFailure ? FeedConsumer.Input.applied(last.offset) : .applyFailed
            return act(consumer?.handle(outcome, now: now))
        }
        for entry in entries {
            applied.append(entry)
            state[entry.topic] = entry.offset.value
            check()
        }
        let crashes = dice.happens(weather.crash * 5)
        if !(weather.mistake == .keepsPositionLast && crashes) { keepPosition(entries) }
        if crashes {
            // After the commit, before the consumer knows.
            consumer = nil
            crashCount += 1
            return plan(.consumerStarts, after: 0...600)
        }
        act(consumer?.handle(.applied(last.offset), now: now))
    }

    /// The newest event of each topic in the log up to an offset.
    private func newest(upTo offset: FeedOffset) -> [String: Int64] {
        Dictionary(log.prefix(Int(offset.value)).map { ($0.topic, $0.offset.value) }) { $1 }
    }

    /// The transaction of a snapshot's page, and of the cursor with the last one.
    private mutating func makePage(_ entries: [FeedEntry], _ asOf: FeedOffset, _ isLast: Bool, of life: Int) {
        guard consumer != nil, life == self.life else { return }
        if dice.happens(weather.failure) {
            return act(consumer?.handle(.applyFailed, now: now))
        }
        for entry in entries { state[entry.topic] = entry.offset.value }
        if isLast, state != newest(upTo: asOf) { violation = "the snapshot as of \(asOf.value) gave \(state)" }
        if isLast || weather.mistake == .keepsPositionWithFirstPage {
            applied = Array(log.prefix(Int(asOf.value)))
            cursor = FeedCursor(epoch: Samples.epoch, offset: asOf)
            snapshotCount += 1
        }
        if dice.happens(weather.crash * 5) {
            consumer = nil
            crashCount += 1
            return plan(.consumerStarts, after: 0...600)
        }
        act(consumer?.handle(.snapshotApplied, now: now))
    }

    private mutating func keepPosition(_ entries: [FeedEntry]) {
        if let last = entries.last { cursor = FeedCursor(epoch: Samples.epoch, offset: last.offset) }
    }

    private func pretendNext(_ message: LiveMessage) -> LiveMessage {
        guard let entry = message.entry, let position = consumer?.position else { return message }
        let next = FeedEntry(offset: position.next, topic: entry.topic, body: entry.body)
        return LiveMessage(next, epoch: Samples.epoch, head: message.header.head, sentAt: message.header.sentAt)
    }
}
