import Bus
import EventSourcing
import FoundationEssentials

extension FuzzTarget {
    /// The consumer's side of the feed, under live messages and answers of any content in any order.
    static let consumer = FuzzTarget(name: "consumer") {
        let welcome = """
            {"acked":0,"epoch":"\(Examples.epoch)","floor":0,"head":9,"heartbeatMs":1000,"maxBytes":1048576,\
            "maxEvents":500}
            """
        let greeting: [[UInt8]] = [Array("T\u{1}".utf8), Array("R\u{0}WELCOME\u{1F}\(welcome)".utf8)]
        let work: [[UInt8]] = [
            Array("E\u{0}\u{1}\u{3}\u{9}".utf8), Array("A".utf8), Array("L\u{4}\u{9}".utf8), Array("L\u{6}\u{9}".utf8),
            Array("X".utf8), Array("T\u{9}".utf8), Array("A".utf8), Array("E\u{0}\u{5}\u{2}\u{9}".utf8),
            Array("H\u{9}".utf8),
        ]
        let fault = Array(#"R\#u{0}ERR\#u{1F}{"code":"busy","message":"later"}"#.utf8)
        return [
            Script.input(steps: [[1]] + greeting + work), Script.input(steps: [[0]] + greeting + [fault]),
            Script.input(steps: [[12]] + greeting),
        ]
    } run: { bytes in
        var steps = Script.steps(bytes)[...]
        var client = FuzzedClient(start: Int64(steps.popFirst()?.first ?? 0))
        for step in steps { client.take(step) }
    }
}

/// A client whose service says what the input says, and whose store keeps what it must.
private struct FuzzedClient {
    private static let timing: ConsumerTiming = {
        var timing = ConsumerTiming()
        // Small bounds are reached by short inputs.
        (timing.batch, timing.buffer, timing.acknowledgeEvery) = (4, 12, 5)
        return timing
    }()

    private var consumer: FeedConsumer
    private var stored: Int64
    private var now: Duration = .zero
    private var underWay: [FeedEntry]?
    private var lastRequest: UInt64 = 0
    private var isHalted = false
    private var known: Epoch?

    /// Begins at the first event, or at an offset of the known epoch.
    init(start: Int64) {
        let cursor = start == 0 ? nil : FeedCursor(epoch: Examples.epoch, offset: FeedOffset(start - 1))
        stored = cursor?.offset.value ?? 0
        known = cursor?.epoch
        consumer = FeedConsumer(name: "fuzz", cursor: cursor, timing: Self.timing, seed: 1)
    }

    /// T: time passes; R: an answer as it stands; E: entries; L, H: live; A, X: the effect is made or fails.
    mutating func take(_ step: ArraySlice<UInt8>) {
        guard let kind = step.first else { return }
        var numbers = Numbers(step.dropFirst())
        switch kind {
        case UInt8(ascii: "T"):
            now += .milliseconds(50 * numbers.next())
            handle(.tick)
        case UInt8(ascii: "R"):
            let request = lastRequest &- UInt64(numbers.next())
            guard let reply = FeedReply(frames: Script.parts(step.dropFirst(2))[...]) else { return }
            handle(.reply(reply, request: request))
        case UInt8(ascii: "E"):
            let request = lastRequest &- UInt64(numbers.next())
            let (first, count, head) = (numbers.next() + 1, numbers.next(), numbers.next())
            let entries = (first..<first + count).map(Examples.entry)
            let events = FeedReply.Events(epoch: Examples.epoch, head: FeedOffset(head), entries: entries)
            handle(.reply(.events(events), request: request))
        case UInt8(ascii: "L"):
            let entry = Examples.entry(numbers.next())
            let (head, sentAt) = (FeedOffset(numbers.next()), Instant(microseconds: 0))
            handle(.live(LiveMessage(entry, epoch: Examples.epoch, head: head, sentAt: sentAt)))
        case UInt8(ascii: "H"):
            let head = FeedOffset(numbers.next())
            let epoch =
                numbers.next() == 0
                ? Examples.epoch : Epoch(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
            handle(.live(LiveMessage(heartbeatOf: epoch, head: head, sentAt: Instant(microseconds: 0))))
        case UInt8(ascii: "A"):
            guard let last = underWay?.last else { return }
            underWay = nil
            stored = last.offset.value
            handle(.applied(last.offset))
        case UInt8(ascii: "X"):
            guard underWay != nil else { return }
            underWay = nil
            handle(.applyFailed)
        default: break
        }
    }

    private mutating func handle(_ input: FeedConsumer.Input) {
        let actions = consumer.handle(input, now: now)
        require(!isHalted || actions.isEmpty, "a consumer that has stopped does nothing more")
        for action in actions { check(action) }
        require(consumer.position.value == stored, "the consumer knows how far its store has come")
    }

    private mutating func check(_ action: FeedConsumer.Action) {
        switch action {
        case .connect: break
        case .halt: isHalted = true
        case .apply(let entries, let epoch):
            require(underWay == nil, "one batch is under way at most")
            require((1...Self.timing.batch).contains(entries.count), "a batch has 1 to \(Self.timing.batch) entries")
            let offsets = entries.map(\.offset.value)
            require(offsets == Array(stored + 1...stored + Int64(entries.count)), "\(offsets) follow on \(stored)")
            require(known == nil || epoch == known, "a consumer stays with one life of the feed")
            known = epoch
            underWay = entries
        case .send(let request, let number):
            require(number > lastRequest, "each request has a number of its own")
            lastRequest = number
            switch request {
            case .fetch(let fetch): require(fetch.from >= stored, "nothing is fetched that is on disk")
            case .acknowledge(let note): require(note.upTo == stored, "what is on disk is acknowledged, and no more")
            case .hello, .command, .query: break
            }
        }
    }
}
