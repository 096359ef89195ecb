import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginHost
import PluginKit
import SQLiteEventStore
import Scheme

/// A plug-in behind a port, with its store at hand, so that a moment can be taken right at a commit.
struct ProbeService: FeedService {
    let runtime: PluginRuntime<SQLiteEventStore>
    private let clock = HostClock(.system)

    init(_ plugin: any BusPlugin, storeAt path: String) async throws {
        guard let source = EventSource(system: plugin.name.description) else {
            throw BenchFailure("\(plugin.name) has no source")
        }
        runtime = PluginRuntime(plugin, store: try await SQLiteEventStore.open(at: path), source: source)
        try await runtime.catchUp()
    }

    var epoch: Epoch { runtime.store.epoch }
    var heads: AsyncStream<FeedOffset> { runtime.store.heads }
    var now: Instant { clock.now }

    func head() async throws -> FeedOffset { try await runtime.store.read { try $0.feedHead() } }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        try await runtime.store.read { try $0.feed(after: offset, limit: limit, maxBytes: maxBytes) }
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        try await runtime.store.read { try $0.acknowledgements()[consumer] ?? .start }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        try await runtime.store.write { try $0.acknowledge(consumer: consumer, upTo: offset) }
    }

    func carryOut(_ request: CommandRequest) async -> CommandReply {
        do {
            return try await runtime.carryOut(request, at: now)
        } catch {
            return .refused(CommandReply.Refused(code: .failed, message: "\(error)"))
        }
    }

    func floor() async throws -> FeedOffset { .start }

    func snapshot(
        asOf: FeedOffset,
        after offset: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        throw BenchFailure("nothing that is measured asks for a snapshot")
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {
        throw BenchFailure("nothing that is measured sets an entry aside: \(reason)")
    }
}
