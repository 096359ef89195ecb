import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Synchronization

/// The gateway's store, in which something can happen between two transactions of one command.
final class SteppedStore: EventStore {
    /// What happens before one of the next transactions.
    enum Step {
        /// The process ends.
        case crash
        /// Another command is carried out.
        case command(CommandRequest, at: Instant)
    }

    /// Says that the process has ended.
    struct Crash: Error {}

    private struct State {
        var step: Step?
        var writesLeft = 0
        var reply: CommandReply?
    }

    private let base: InMemoryEventStore
    private let other: PluginRuntime<InMemoryEventStore>
    private let state = Mutex(State())

    init(_ base: InMemoryEventStore, _ plugin: any BusPlugin, source: EventSource) {
        self.base = base
        other = PluginRuntime(plugin, store: base, source: source)
    }

    /// Lets something happen after so many of the next transactions.
    func plan(_ step: Step, after writes: Int) { state.withLock { $0 = State(step: step, writesLeft: writes) } }

    /// The answer to the command that was carried out in between, once.
    func takeReply() -> CommandReply? { state.withLock { $0.reply.take() } }

    /// Whether something that was planned has not happened; it does not any more.
    func dropPlan() -> Bool { state.withLock { $0.step.take() != nil } }

    var epoch: Epoch { base.epoch }
    var heads: AsyncStream<FeedOffset> { base.heads }
    var changes: AsyncStream<Void> { base.changes }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
    ) async throws -> Result {
        let due: Step? = state.withLock { state in
            guard state.step != nil else { return nil }
            state.writesLeft -= 1
            return state.writesLeft < 0 ? state.step.take() : nil
        }
        switch due {
        case .crash: throw Crash()
        case .command(let request, let at):
            let reply = try await other.carryOut(request, at: at)
            state.withLock { $0.reply = reply }
        case nil: break
        }
        return try await base.write(body)
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Result) async throws -> Result {
        try await base.read(body)
    }

    func close() async throws { try await base.close() }
}
