import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import ZeroMQ

/// A service's store in memory; several ports may serve it one after another.
actor MemoryLog {
    let epoch: Epoch
    private(set) var entries: [FeedEntry] = []
    private(set) var acknowledged: [String: FeedOffset] = [:]
    /// How many commands had an effect.
    private(set) var effectCount = 0
    /// How many requests reached the service, also those without an effect.
    private(set) var askedCount = 0
    private var replies: [UUID: CommandReply] = [:]
    private var listeners: [AsyncStream<FeedOffset>.Continuation] = []
    private var greeted: Set<String> = []
    private var greeters: [String: [CheckedContinuation<Void, Never>]] = [:]
    private var readGate: (from: Int64, gate: Gate)?
    private var acknowledgementGate: Gate?
    private var isRefusingAcknowledgements = false
    private let refusal = Gate()

    init(epoch: Epoch = Samples.epoch) { self.epoch = epoch }

    /// Notes that a consumer said hello.
    func greet(_ consumer: String) {
        greeted.insert(consumer)
        for greeter in greeters.removeValue(forKey: consumer) ?? [] { greeter.resume() }
    }

    /// Waits until a consumer has said hello.
    func greeting(of consumer: String) async {
        guard !greeted.contains(consumer) else { return }
        await withCheckedContinuation { greeters[consumer, default: []].append($0) }
    }

    func listen(_ listener: AsyncStream<FeedOffset>.Continuation) { listeners.append(listener) }

    /// Commits so many events at once.
    func commit(_ count: Int, topic: String = "e/test/gm0001/g1/iets/") {
        for _ in 0..<count { entries.append(Samples.entry(Int64(entries.count) + 1, topic: topic)) }
        for listener in listeners { listener.yield(head) }
    }

    var head: FeedOffset { FeedOffset(Int64(entries.count)) }

    /// The entries up to here are no longer served.
    private(set) var floor = FeedOffset.start

    /// Stops serving entries; nothing tells the port of it.
    func trim(upTo floor: Int64) { self.floor = FeedOffset(floor) }

    /// Of each topic the newest entry up to `asOf`; of those the ones after `after`.
    func snapshot(asOf: FeedOffset, after: FeedOffset, limit: Int) -> [FeedEntry] {
        let known = entries.prefix(Int(asOf.value))
        let newest = Dictionary(known.map { ($0.topic, $0) }) { $1 }
        let size = min(limit, pageLimit)
        return Array(newest.values.filter { $0.offset > after }.sorted { $0.offset < $1.offset }.prefix(size))
    }

    private var pageLimit = Int.max

    /// Makes pages of snapshots smaller than is asked for.
    func limitPages(to size: Int) { pageLimit = size }

    /// What consumers have set aside.
    private(set) var parked: [String] = []

    func park(_ note: String) { parked.append(note) }

    /// Who sent each request, in the order of arrival.
    private(set) var senders: [String?] = []

    /// Counts the reads of entries.
    private(set) var readCount = 0

    /// Lets reads from an offset wait.
    func holdReads(from offset: Int64, until gate: Gate) { readGate = (offset, gate) }

    func entries(after offset: FeedOffset, limit: Int) async -> [FeedEntry] {
        readCount += 1
        if let readGate, offset.value == readGate.from { await readGate.gate.wait() }
        return Array(entries.dropFirst(Int(max(offset, floor).value)).prefix(limit))
    }

    /// Lets acknowledgements wait before they are kept.
    func holdAcknowledgements(until gate: Gate) { acknowledgementGate = gate }

    /// Makes every further acknowledgement fail, or not.
    func refuseAcknowledgements(_ isRefusing: Bool) { isRefusingAcknowledgements = isRefusing }

    /// Waits until an acknowledgement has failed.
    func acknowledgementRefusal() async { await refusal.wait() }

    private struct NoRoom: Error {}

    func acknowledge(_ consumer: String, _ offset: FeedOffset) async throws {
        if let acknowledgementGate { await acknowledgementGate.wait() }
        if isRefusingAcknowledgements {
            await refusal.open()
            throw NoRoom()
        }
        acknowledged[consumer] = max(offset, acknowledged[consumer] ?? .start)
    }

    /// The service's functions that were called, and those of them that ran on the messaging thread.
    private(set) var calls: (all: Set<String>, onBus: Set<String>) = ([], [])

    func noteCall(_ function: String, onBus: Bool) {
        calls.all.insert(function)
        if onBus { calls.onBus.insert(function) }
    }

    func noteAsked(by sender: String?) {
        askedCount += 1
        senders.append(sender)
    }

    /// Makes the effect of a command once for each key.
    func carryOut(_ request: CommandRequest) -> CommandReply {
        if let reply = replies[request.key] { return reply }
        effectCount += 1
        let done = CommandReply.Done(
            stream: "teller/1",
            revision: Int64(effectCount),
            events: [],
            mark: nil,
            result: request.body
        )
        replies[request.key] = .done(done)
        return .done(done)
    }
}

/// Puts a log behind a port; `slow` requests wait for the gate.
struct MemoryService: FeedService, CommandService {
    let log: MemoryLog
    let epoch: Epoch
    let heads: AsyncStream<FeedOffset>
    let gate: Gate
    let thread: IOThread?
    var now: Instant { Instant(microseconds: 1_764_000_000_000_000) }

    init(_ log: MemoryLog, gate: Gate = Gate(), awayFrom thread: IOThread? = nil) async {
        self.log = log
        self.thread = thread
        self.gate = gate
        epoch = log.epoch
        let (stream, listener) = AsyncStream.makeStream(of: FeedOffset.self, bufferingPolicy: .bufferingNewest(1))
        heads = stream
        await log.listen(listener)
    }

    func head() async throws -> FeedOffset {
        await noteThread(#function)
        return await log.head
    }

    private func noteThread(_ function: String) async { await log.noteCall(function, onBus: thread?.isCurrent == true) }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        await noteThread(#function)
        return await log.entries(after: offset, limit: limit)
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        await noteThread(#function)
        await log.greet(consumer)
        return await log.acknowledged[consumer] ?? .start
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        await noteThread(#function)
        try await log.acknowledge(consumer, offset)
    }

    func floor() async throws -> FeedOffset {
        await noteThread(#function)
        return await log.floor
    }

    func snapshot(asOf: FeedOffset, after: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        await noteThread(#function)
        return await log.snapshot(asOf: asOf, after: after, limit: limit)
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {
        await noteThread(#function)
        guard reason != "onbekend" else { throw FeedReply.Fault(.badRequest, "that is no reason.") }
        await log.park("\(consumer) \(offset.value): \(reason)")
    }

    func carryOut(_ request: CommandRequest, sender: String?) async -> CommandReply {
        await noteThread(#function)
        await log.noteAsked(by: sender)
        if request.body["slow"] != nil { await gate.wait() }
        return await log.carryOut(request)
    }

    func answer(_ request: QueryRequest, sender: String?) async -> CommandReply {
        await noteThread(#function)
        await log.noteAsked(by: sender)
        guard request.type == "echo" else {
            return .refused(CommandReply.Refused(code: .unknown, message: "the query \(request.type) is not known."))
        }
        return .done(CommandReply.Done(stream: nil, revision: nil, events: [], mark: nil, result: request.body))
    }
}

/// Holds those who wait until it is opened.
actor Gate {
    private var isOpen = false
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var arrivals: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiter in
            waiters.append(waiter)
            for arrival in arrivals { arrival.resume() }
            arrivals = []
        }
    }

    /// Waits until somebody waits.
    func arrival() async {
        guard waiters.isEmpty else { return }
        await withCheckedContinuation { arrivals.append($0) }
    }

    func open() {
        isOpen = true
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
