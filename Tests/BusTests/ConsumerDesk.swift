import EventSourcing
import Testing

@testable import Bus

/// Moves a consumer by hand and reads what it does.
struct ConsumerDesk {
    var consumer: FeedConsumer
    var now: Duration = .zero
    /// The fetch that waits for an answer.
    var outstanding: UInt64 = 0

    init(
        cursor: FeedCursor?,
        onGone: FeedConsumer.OnGone = .halt,
        timing: ConsumerTiming = ConsumerTiming(),
        seed: UInt64 = 1
    ) {
        consumer = FeedConsumer(name: "planning", cursor: cursor, onGone: onGone, timing: timing, seed: seed)
    }

    init(
        at offset: Int64,
        onGone: FeedConsumer.OnGone = .halt,
        timing: ConsumerTiming = ConsumerTiming(),
        seed: UInt64 = 1
    ) {
        let cursor = FeedCursor(epoch: Samples.epoch, offset: FeedOffset(offset))
        self.init(cursor: cursor, onGone: onGone, timing: timing, seed: seed)
    }

    /// A consumer that has everything and holds a fetch; an idle one has just had an answer that brought nothing new.
    static func following(
        at offset: Int64,
        onGone: FeedConsumer.OnGone = .halt,
        timing: ConsumerTiming = ConsumerTiming(),
        idle: Bool = false
    ) throws -> ConsumerDesk {
        var desk = ConsumerDesk(at: offset, onGone: onGone, timing: timing)
        let hello = try #require(desk.tick().requests.first)
        let welcome = desk.welcome(head: offset, acked: offset)
        let fetch = try #require(desk.reply(.welcome(welcome), to: hello.number).requests.first)
        desk.outstanding = fetch.number
        if idle { #expect(desk.reply(desk.events(offset...offset), to: fetch.number) == []) }
        return desk
    }

    mutating func handle(_ input: FeedConsumer.Input) -> [FeedConsumer.Action] {
        let actions = consumer.handle(input, now: now)
        for case .send(.fetch, let number) in actions { outstanding = number }
        return actions
    }

    mutating func tick() -> [FeedConsumer.Action] { handle(.tick) }
    mutating func hear(_ message: LiveMessage) -> [FeedConsumer.Action] { handle(.live(message)) }
    mutating func reply(_ reply: FeedReply, to request: UInt64) -> [FeedConsumer.Action] {
        handle(.reply(reply, request: request))
    }

    /// Lets time pass by the millisecond until it connects.
    mutating func runUntilConnect() -> [FeedConsumer.Action] {
        while now < .seconds(1000) {
            let actions = tick()
            if actions.contains(.connect) { return actions }
            now += .milliseconds(1)
        }
        return []
    }

    func welcome(
        head: Int64,
        acked: Int64 = 0,
        floor: Int64 = 0,
        epoch: Epoch = Samples.epoch
    ) -> FeedReply.Welcome {
        FeedReply.Welcome(
            epoch: epoch.description,
            head: head,
            floor: floor,
            acked: acked,
            maxEvents: 500,
            maxBytes: 1_048_576,
            heartbeatMs: 1000
        )
    }

    func events(_ offsets: ClosedRange<Int64>) -> FeedReply {
        let entries = Samples.entries(offsets)
        return .events(FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(offsets.upperBound), entries: entries))
    }

    func events(head: Int64) -> FeedReply {
        .events(FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(head), entries: []))
    }

    func fetchRequest(from: Int64) -> FeedRequest {
        .fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(from), waitMs: 2000))
    }
}

extension [FeedConsumer.Action] {
    var requests: [(request: FeedRequest, number: UInt64)] {
        compactMap { action in
            if case .send(let request, let number) = action { (request, number) } else { nil }
        }
    }

    /// Where each fetch begins.
    var fetches: [Int64] { requests.compactMap { if case .fetch(let fetch) = $0.request { fetch.from } else { nil } } }

    var acknowledgements: [Int64] {
        requests.compactMap { if case .acknowledge(let note) = $0.request { note.upTo } else { nil } }
    }

    var applied: [[FeedEntry]] { compactMap { if case .apply(let entries, _, _) = $0 { entries } else { nil } } }

    var notices: [String] { compactMap { if case .notice(let text) = $0 { text } else { nil } } }

    var halts: [FeedConsumer.Halt] { compactMap { if case .halt(let halt) = $0 { halt } else { nil } } }
}
