import Bus
import CloudEvents
import EventSourcing
import FoundationEssentials

/// A consumer's state machine, with or without a mistake planted in front of it.
///
/// The mistake is made of what goes in and comes out: the state machine itself is the real one.
struct SimulatedConsumer {
    private var machine: FeedConsumer
    private let mistake: Mistake?
    /// The epoch that a consumer without the check believes in for ever, and the one that the feed has.
    private var believed: Epoch?
    private var actual: Epoch?
    /// The effects that were called made, and are under way.
    private var hurriedCount = 0

    init(
        name: String,
        cursor: FeedCursor?,
        onGone: FeedConsumer.OnGone,
        timing: ConsumerTiming,
        mistake: Mistake?,
        seed: UInt64
    ) {
        machine = FeedConsumer(name: name, cursor: cursor, onGone: onGone, timing: timing, seed: seed)
        self.mistake = mistake
        believed = cursor?.epoch
        actual = cursor?.epoch
    }

    /// Takes one input at a moment of a monotonic clock.
    mutating func handle(_ input: FeedConsumer.Input, now: Duration) -> [FeedConsumer.Action] {
        switch mistake {
        case nil, .comparesSequencesAsText, .givesWithoutGrant, .ranksSnapshotByOffset:
            return machine.handle(input, now: now)
        case .skipsEpochCheck: return machine.handle(disguise(input), now: now).map(reveal)
        case .acknowledgesBeforeCommit: return hurry(input, now: now)
        }
    }

    // MARK: Skipping the epoch check

    private mutating func disguise(_ input: FeedConsumer.Input) -> FeedConsumer.Input {
        switch input {
        case .live(let message):
            let header = message.header
            guard let believed, header.epoch != believed else { return input }
            let entry = FeedEntry(offset: header.offset, topic: message.topic, body: Data(message.body))
            return .live(
                header.kind == .event
                    ? LiveMessage(entry, epoch: believed, head: header.head, sentAt: header.sentAt)
                    : LiveMessage(heartbeatOf: believed, head: header.head, sentAt: header.sentAt)
            )
        case .reply(.welcome(let welcome), let request):
            actual = Epoch(welcome.epoch)
            believed = believed ?? actual
            guard let believed, let renamed = welcome.renamed(to: believed) else { return input }
            return .reply(.welcome(renamed), request: request)
        case .reply(.events(let events), let request):
            guard let believed else { return input }
            let disguised = FeedReply.Events(epoch: believed, head: events.head, entries: events.entries)
            return .reply(.events(disguised), request: request)
        case .reply(.error(let fault), let request) where fault.code == .epochChanged:
            // It says HELLO again, and hears the new epoch without noticing.
            return .reply(.error(FeedReply.Fault(.busy, fault.message)), request: request)
        default: return input
        }
    }

    private func reveal(_ action: FeedConsumer.Action) -> FeedConsumer.Action {
        guard let actual, case .send(let request, let number) = action else { return action }
        switch request {
        case .fetch(let fetch):
            let revealed = FeedRequest.Fetch(
                epoch: actual,
                from: FeedOffset(fetch.from),
                max: fetch.max,
                maxBytes: fetch.maxBytes,
                waitMs: fetch.waitMs
            )
            return .send(.fetch(revealed), request: number)
        case .acknowledge(let acknowledge):
            let revealed = FeedRequest.Acknowledge(
                consumer: acknowledge.consumer,
                epoch: actual,
                upTo: FeedOffset(acknowledge.upTo)
            )
            return .send(.acknowledge(revealed), request: number)
        default: return action
        }
    }

    // MARK: Acknowledging before the commit

    private mutating func hurry(_ input: FeedConsumer.Input, now: Duration) -> [FeedConsumer.Action] {
        switch input {
        case .applied, .applyFailed:
            guard hurriedCount > 0 else { break }
            hurriedCount -= 1
            return []
        default: break
        }
        var actions = machine.handle(input, now: now)
        var place = 0
        while place < actions.count {
            if case .apply(let entries, _, _) = actions[place], let last = entries.last {
                hurriedCount += 1
                actions += machine.handle(.applied(last.offset), now: now)
            }
            place += 1
        }
        return actions
    }
}

extension FeedReply.Welcome {
    /// The same welcome to another epoch; `nil` never happens, for it was read from the same JSON.
    fileprivate func renamed(to epoch: Epoch) -> FeedReply.Welcome? {
        guard case .object(var members)? = try? JSON.value(of: self) else { return nil }
        members["epoch"] = .string(epoch.description)
        return try? JSON.decode(FeedReply.Welcome.self, from: .object(members))
    }
}
