import Bus
import CloudEvents
import Contracts
import EventSourcing
import Logging
import PluginKit
import SQLiteEventStore
import Scheme

/// One plug-in in a process: its runtime, its clock and its place in the others' feeds.
struct PluginNode: FeedService, CommandService {
    let runtime: PluginRuntime<SQLiteEventStore>
    let clock: HostClock
    let board: CursorBoard
    let logger: Logger
    /// Whether the sockets are open.
    let isOpen = Flag()
    private let relay = HeadRelay()
    private static var patience: Duration { .seconds(5) }
    private static let tooManyConsumers = FeedReply.Fault(
        .badRequest,
        EventStoreError.tooManyConsumers(of: "this feed").description
    )

    var name: PluginName { runtime.plugin.name }
    var epoch: Epoch { runtime.store.epoch }
    var heads: AsyncStream<FeedOffset> { relay.heads }
    var now: Instant { clock.now }

    /// Tells the open ports of what is committed, until the task is cancelled; to be called once.
    func relayHeads() async {
        for await head in runtime.store.heads { relay.pass(head) }
    }

    func head() async throws -> FeedOffset {
        try await runtime.store.read { try $0.feedHead() }
    }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        do {
            return try await runtime.store.read { try $0.feed(after: offset, limit: limit, maxBytes: maxBytes) }
        } catch {
            logger.critical("the feed cannot be read: \(error)")
            throw error
        }
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        try await runtime.store.read { reader in
            let known = try reader.acknowledgements()
            if let offset = known[consumer] { return offset }
            // Said when it introduces itself: nobody hears of an acknowledgement that was not kept.
            guard known.count < EventStoreError.mostConsumers else { throw Self.tooManyConsumers }
            return .start
        }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        do {
            try await runtime.store.write { try $0.acknowledge(consumer: consumer, upTo: offset) }
        } catch EventStoreError.tooManyConsumers {
            throw Self.tooManyConsumers
        }
    }

    /// A service keeps its whole feed.
    func floor() async throws -> FeedOffset { .start }

    func snapshot(
        asOf: FeedOffset,
        after offset: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        throw FeedReply.Fault(.badRequest, "\(name) keeps every event; fetch them from 0 instead of a snapshot.")
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {
        throw FeedReply.Fault(.badRequest, "a service shows what it has parked itself: kvo feed parked.")
    }

    func carryOut(_ request: CommandRequest, sender: String?) async -> CommandReply {
        if let deaf = deafness(to: request.after) { return deaf }
        guard await board.reached(request.after, within: Self.patience) else { return lagging() }
        do {
            if request.type == SetClock.name { return try await setClock(request) }
            if request.type == RetryParked.name { return try await retryParked(request) }
            let reply = try await runtime.carryOut(request, at: clock.now)
            log(request, reply, sender)
            return reply
        } catch {
            return failed(error, request.type)
        }
    }

    func answer(_ request: QueryRequest, sender: String?) async -> CommandReply {
        if let deaf = deafness(to: request.after) { return deaf }
        guard await board.reached(request.after, within: Self.patience) else { return lagging() }
        do {
            if request.type == StatusQuery.name { return .done(try await status()) }
            if request.type == ParkedQuery.name { return try await parked(request) }
            return try await runtime.answer(request)
        } catch {
            return failed(error, request.type)
        }
    }

    private func log(_ request: CommandRequest, _ reply: CommandReply, _ sender: String?) {
        let command = runtime.knows(request.type) ? request.type : "unknown"
        let sender = sender ?? "unsecured"
        switch reply {
        case .done(let done):
            logger.info(
                "carried out",
                metadata: [
                    "command": "\(command)", "events": "\(done.events.count)", "key": "\(request.key)",
                    "from": "\(sender)",
                ]
            )
        case .refused(let refused):
            logger.info(
                "refused",
                metadata: [
                    "command": "\(command)", "code": "\(refused.code.rawValue)", "key": "\(request.key)",
                    "from": "\(sender)",
                ]
            )
        }
    }

    /// Refuses at once what builds on a feed that is no longer followed, for waiting would not help.
    private func deafness(to marks: [FeedMark]) -> CommandReply? {
        let halted = board.halted
        guard let (feed, why) = marks.lazy.compactMap({ mark in halted[mark.feed].map { (mark.feed, $0) } }).first
        else {
            return nil
        }
        return .refused(CommandReply.Refused(code: .failed, message: "\(name) no longer hears \(feed): \(why)"))
    }

    private func lagging() -> CommandReply {
        .refused(
            CommandReply.Refused(
                code: .busy,
                message: "\(name) has not yet heard all that this request builds on; try again in a moment."
            )
        )
    }

    private func failed(_ error: any Error, _ request: String) -> CommandReply {
        // A stop came in between: the one who asks sends it again under the same key.
        if error is CancellationError || error as? EventStoreError == .closed {
            return .refused(
                CommandReply.Refused(code: .busy, message: "\(name) is stopping; ask again when it is back.")
            )
        }
        logger.error("\(runtime.knows(request) ? request : "a request") failed: \(error)")
        return .refused(
            CommandReply.Refused(code: .failed, message: "\(name) failed and has changed nothing; its log says why.")
        )
    }
}
