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
        let pages: [[UInt8]] = [
            [UInt8(ascii: "S"), 0, 7, 1, 3, 0], Array("A".utf8), [UInt8(ascii: "S"), 0, 7, 5, 3, 1], Array("X".utf8),
            Array("T\u{9}".utf8), Array("A".utf8), Array("E\u{0}\u{7}\u{2}\u{9}".utf8), Array("A".utf8),
        ]
        let fault = Array(#"R\#u{0}ERR\#u{1F}{"code":"busy","message":"later"}"#.utf8)
        return [
            Script.input(steps: [[1]] + greeting + work), Script.input(steps: [[0]] + greeting + [fault]),
            Script.input(steps: [[12]] + greeting),
            Script.input(
                steps: [[129]] + greeting + [Array(#"R\#u{0}ERR\#u{1F}{"code":"gone","message":"away"}"#.utf8)] + pages
            ),
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

    private struct Batch {
        let entries: [FeedEntry]
        /// Where the cursor is afterwards, or `nil` for a page of a snapshot that is not the last.
        let cursor: FeedOffset?
        let isSnapshot: Bool
    }

    private var consumer: FeedConsumer
    private var stored: Int64
    private var now: Duration = .zero
    private var underWay: Batch?
    private var lastRequest: UInt64 = 0
    private var isHalted = false
    private var known: Epoch?

    /// Begins at the first event, or at an offset of the known epoch; the highest bit asks for snapshots.
    init(start byte: Int64) {
        let start = byte & 0x7F
        let cursor = start == 0 ? nil : FeedCursor(epoch: Examples.epoch, offset: FeedOffset(start - 1))
        stored = cursor?.offset.value ?? 0
        known = cursor?.epoch
        let onGone: FeedConsumer.OnGone = start == byte ? .halt : .snapshot
        consumer = FeedConsumer(name: "fuzz", cursor: cursor, onGone: onGone, timing: Self.timing, seed: 1)
    }

    /// T: time passes; R: an answer as it stands; E: entries; S: a snapshot's page; L, H: live; A, X: the effect is made
    /// or fails; N, C: not let in or cut off.
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
        case UInt8(ascii: "S"):
            let request = lastRequest &- UInt64(numbers.next())
            let (asOf, first, count) = (FeedOffset(numbers.next()), numbers.next() + 1, numbers.next())
            let entries = (first..<first + count).map(Examples.entry)
            let isLast = numbers.next() == 1
            let page = FeedReply.Snapshot(epoch: Examples.epoch, asOf: asOf, entries: entries, isLast: isLast)
            handle(.reply(.snapshot(page), request: request))
        case UInt8(ascii: "N"): handle(.denied(why: "no key"))
        case UInt8(ascii: "C"): handle(.disconnected)
        case UInt8(ascii: "A"):
            guard let batch = underWay else { return }
            underWay = nil
            if let cursor = batch.cursor { stored = cursor.value }
            handle(batch.isSnapshot ? .snapshotApplied : .applied(FeedOffset(stored)))
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
        case .connect, .notice: break
        case .halt: isHalted = true
        case .apply(let entries, let epoch, _):
            require(underWay == nil, "one batch is under way at most")
            require((1...Self.timing.batch).contains(entries.count), "a batch has 1 to \(Self.timing.batch) entries")
            let offsets = entries.map(\.offset.value)
            require(offsets == Array(stored + 1...stored + Int64(entries.count)), "\(offsets) follow on \(stored)")
            require(known == nil || epoch == known, "a consumer stays with one life of the feed")
            known = epoch
            underWay = Batch(entries: entries, cursor: entries.last?.offset, isSnapshot: false)
        case .applySnapshot(let entries, let epoch, let asOf, let isLast):
            require(underWay == nil, "one batch is under way at most")
            let offsets = entries.map(\.offset.value)
            require(zip(offsets, offsets.dropFirst()).allSatisfy(<), "\(offsets) are in order")
            require(offsets.allSatisfy { $0 <= asOf.value }, "\(offsets) are in the snapshot as of \(asOf.value)")
            require(asOf.value >= stored, "a snapshot never goes back")
            require(known == nil || epoch == known, "a consumer stays with one life of the feed")
            known = epoch
            underWay = Batch(entries: entries, cursor: isLast ? asOf : nil, isSnapshot: true)
        case .send(let request, let number):
            require(number > lastRequest, "each request has a number of its own")
            lastRequest = number
            switch request {
            case .fetch(let fetch): require(fetch.from >= stored, "nothing is fetched that is on disk")
            case .acknowledge(let note): require(note.upTo == stored, "what is on disk is acknowledged, and no more")
            case .snapshot(let page): require(page.asOf == 0 || page.after <= page.asOf, "a page lies in its snapshot")
            case .hello, .parked, .command, .query: break
            }
        }
    }
}
