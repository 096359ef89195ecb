import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginHost
import PluginKit
import TestSupport
import Testing

/// Lets the shy listener hear.
private struct Listen: CommandContract {
    static let name = "listener.listen"
}

/// A toy that counts the ticks that it hears, and hears nothing from a restore until it is told to.
private struct ShyListener: BusPlugin {
    private static let shyness = DocumentCollection("shyness", .kept)

    let listener: Listener

    var name: PluginName { listener.name }
    var consumes: [PluginName] { listener.consumes }
    var projections: [any Projection] { [] }
    var queries: [QueryHandler] { listener.queries }
    var reactions: [Reaction] { listener.reactions }
    var commands: [CommandHandler] {
        [CommandHandler(Listen.self) { _, work in try work.transaction.clear(Self.shyness) }]
    }

    func begin(in epoch: Epoch, isRestored: Bool, _ work: PluginWork) throws {
        if isRestored { try work.transaction.put(Data(), at: "shy", in: Self.shyness) }
    }

    func deafness(in reader: any StoreReader) throws -> String? {
        try reader.document("shy", in: Self.shyness).map { _ in "it is shy." }
    }
}

@Suite("A plug-in that is to hear nothing for now")
struct DeafnessTests {
    private let ticker: PluginName
    private let listener: PluginName

    init() throws {
        ticker = try #require(PluginName("ticker"))
        listener = try #require(PluginName("listener"))
    }

    private var both: [any BusPlugin] {
        [Ticker(name: ticker), ShyListener(listener: Listener(name: listener, consumes: [ticker]))]
    }

    @Test("says so and hears nothing, also after a restart, and then all of it", .timeLimit(.minutes(1)))
    func waits() async throws {
        try await withTemporaryDirectory { folder in
            var configuration = try RunningHost.configuration(in: folder)
            for isRestored in [true, false] {
                configuration.isRestored = isRestored
                let lines = LogLines()
                _ = try await RunningHost.run(both, configuration, logger: lines.logger) { host in
                    #expect(await lines.line(with: "hears nothing for now: it is shy.") != nil)
                    try await host.send(Tick(times: 3), to: ticker)
                    #expect(
                        try await host.ask(StatusQuery(), of: listener).halted == [ticker.description: "it is shy."]
                    )
                    #expect(try await host.ask(CountQuery(), of: listener).count == 0)
                    let retry = try await host.send(RetryParked(feed: ticker.description), to: listener)
                    guard case .refused(let refused) = retry else { return #expect(Bool(false), "\(retry)") }
                    #expect(refused.message == "it is shy.")
                }
            }
            _ = try await RunningHost.run(both, configuration) { host in
                guard case .done = try await host.send(Listen(), to: listener) else {
                    return #expect(Bool(false), "it was not told to listen")
                }
                while try await !host.ask(StatusQuery(), of: listener).halted.isEmpty { await Task.yield() }
                let head = try await host.ask(StatusQuery(), of: ticker).head
                #expect(try await host.ask(CountQuery(), of: listener, after: [head]).count == 6)
            }
        }
    }
}
