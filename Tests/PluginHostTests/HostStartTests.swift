import EventSourcing
import Foundation
import PluginHost
import PluginKit
import SQLiteEventStore
import TestSupport
import Testing
import ZeroMQ

@Suite("A host that cannot start", .timeLimit(.minutes(1)))
struct HostStartTests {
    private let ticker: PluginName
    private let listener: PluginName

    init() throws {
        ticker = try #require(PluginName("ticker"))
        listener = try #require(PluginName("listener"))
    }

    @Test("because another listens at its address says so, and leaves stores and sockets free")
    func addressInUse() async throws {
        try await withTemporaryDirectory { folder in
            let first = try RunningHost.configuration(in: folder)
            var second = first
            second.data = folder.file("second")
            let plugins: [any BusPlugin] = [Listener(name: listener, consumes: [ticker]), Ticker(name: ticker)]
            try await RunningHost.run([Ticker(name: ticker)], first) { host in
                let error = await #expect(throws: ZeroMQError.self) {
                    try await RunningHost.run(plugins, second) { _ in }
                }
                #expect(error?.description.contains("another socket already listens there; stop that process") == true)
                #expect(error?.endpoint == "ipc://\(first.sockets)/ticker.live")
                // What the second one had opened before it failed can be opened again.
                let store = try await SQLiteEventStore.open(at: second.data + "/ticker.sqlite")
                try await store.close()
                try await RunningHost.run([Listener(name: listener, consumes: [])], second) { _ in }
                // The first one is not disturbed.
                #expect(try await host.ask(CountQuery(), of: ticker).count == 0)
            }
        }
    }

    @Test("because another uses its store says so")
    func storeInUse() async throws {
        try await withTemporaryDirectory { folder in
            let first = try RunningHost.configuration(in: folder)
            var second = first
            second.sockets = folder.file("elsewhere")
            try await RunningHost.run([Ticker(name: ticker)], first) { _ in
                let plugins: [any BusPlugin] = [Listener(name: listener, consumes: []), Ticker(name: ticker)]
                let error = await #expect(throws: EventStoreError.self) {
                    try await RunningHost.run(plugins, second) { _ in }
                }
                #expect(error?.description.contains("ticker.sqlite is in use by another process or store") == true)
                let store = try await SQLiteEventStore.open(at: second.data + "/listener.sqlite")
                try await store.close()
            }
        }
    }

    @Test("because a file stands where its folder belongs says so")
    func folderIsFile() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder)
            try Data().write(to: URL(fileURLWithPath: configuration.data))
            let error = await #expect(throws: HostError.self) {
                try await RunningHost.run([Ticker(name: ticker)], configuration) { _ in }
            }
            #expect(error?.description == "the folder \(configuration.data) cannot be used: it is a file.")
        }
    }

    @Test("because its organisation number is wrong says so")
    func wrongOIN() async throws {
        try await withTemporaryDirectory { folder in
            var configuration = try RunningHost.configuration(in: folder)
            configuration.oin = "1"
            let error = await #expect(throws: HostError.self) {
                try await RunningHost.run([Ticker(name: ticker)], configuration) { _ in }
            }
            #expect(error?.description == "the configuration\u{2019}s oin is \u{201c}1\u{201d}; it must be 20 digits.")
        }
    }

    @Test("because a socket's path would be too long says so")
    func longPath() async throws {
        try await withTemporaryDirectory { folder in
            var configuration = try RunningHost.configuration(in: folder)
            configuration.sockets = folder.file(String(repeating: "a", count: 100))
            let error = await #expect(throws: ZeroMQError.self) {
                try await RunningHost.run([Ticker(name: ticker)], configuration) { _ in }
            }
            #expect(error?.description.contains("choose a shorter one") == true)
            let store = try await SQLiteEventStore.open(at: configuration.data + "/ticker.sqlite")
            try await store.close()
        }
    }
}
