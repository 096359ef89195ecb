import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginHost
import PluginKit
import SQLiteEventStore
import Scheme
import ServiceLifecycleTestKit
import TestSupport
import Testing
import ZeroMQ

@Suite("A host of plug-ins", .timeLimit(.minutes(1)))
struct PluginHostTests {
    private let ticker: PluginName
    private let listener: PluginName

    init() throws {
        ticker = try #require(PluginName("ticker"))
        listener = try #require(PluginName("listener"))
    }

    private var both: [any BusPlugin] { [Listener(name: listener, consumes: [ticker]), Ticker(name: ticker)] }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("makes its folders, becomes ready, carries out a command, tells how it is, and stops when it is cancelled")
    func serves() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder)
            let (_, starting, stopping) = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                guard case .done(let done) = try await host.send(Tick(times: 2), to: ticker) else {
                    Issue.record("the ticker did not tick")
                    return
                }
                #expect(done.events == [Ticked.type, Ticked.type])
                #expect(try await host.ask(CountQuery(), of: ticker).count == 2)
                let status = try await host.ask(StatusQuery(), of: ticker)
                #expect(status.service == "ticker")
                #expect(status.version == ProductVersion.text)
                #expect(!status.clockIsSet)
                #expect(status.head == done.mark)
                #expect(status.head.offset == 2)
                #expect(status.heard == [])
                #expect(status.consumers == [:])
            }
            // A tenth of a second on an idle machine; nothing waits for a time limit, however busy it is.
            #expect(starting < .seconds(30))
            #expect(stopping < .seconds(4))
            let permissions = try FileManager.default.attributesOfItem(atPath: configuration.data)[.posixPermissions]
            #expect(permissions as? Int == 0o700)
        }
    }

    @Test("refuses a command with the plug-in's sentence, and one that nobody knows with those that are known")
    func refusals() async throws {
        try await withTemporaryDirectory { folder in
            _ = try await RunningHost.run([Ticker(name: ticker)], RunningHost.configuration(in: folder)) { host in
                guard case .refused(let refused) = try await host.send(Tick(times: -1), to: ticker) else {
                    Issue.record("the ticker ticked backwards")
                    return
                }
                #expect(refused.message == "the ticker ticks forward.")
                guard case .refused(let unknown) = try await host.send(Unknown(), to: ticker) else {
                    Issue.record("the ticker knows too much")
                    return
                }
                #expect(unknown.code == .unknown)
                #expect(unknown.message.contains("it knows ticker.tick"))
            }
        }
    }

    private struct Unknown: CommandContract { static let name = "ticker.tock" }

    @Test("lets one plug-in hear another, and a query wait until it has been heard")
    func hears() async throws {
        try await withTemporaryDirectory { folder in
            _ = try await RunningHost.run(both, RunningHost.configuration(in: folder)) { host in
                for turn in 1...3 {
                    guard case .done(let done) = try await host.send(Tick(times: 10), to: ticker), let mark = done.mark
                    else {
                        Issue.record("the ticker did not tick")
                        return
                    }
                    #expect(try await host.ask(CountQuery(), of: listener, after: [mark]).count == turn * 10)
                }
                let status = try await host.ask(StatusQuery(), of: listener)
                let head = try await host.ask(StatusQuery(), of: ticker).head
                #expect(status.heard == [head])
            }
        }
    }

    @Test("lets a plug-in hear what happened while it was not there")
    func catchesUp() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder)
            let (head, _, _) = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                try await host.send(Tick(times: 600), to: ticker)
                return try await host.ask(StatusQuery(), of: ticker).head
            }
            _ = try await RunningHost.run(both, configuration) { host in
                let count = try await host.ask(CountQuery(), of: listener, after: [head]).count
                #expect(count == 600)
            }
        }
    }

    @Test("goes on after a restart with the same life of its feed, its log, and the date to which it was set")
    func restarts() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder, from: "2026-11-23")
            let (before, _, _) = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                try await host.send(Tick(times: 3), to: ticker)
                try await host.send(SetClock(date: date("2026-12-05")), to: ticker)
                return try await host.ask(StatusQuery(), of: ticker)
            }
            let (after, _, _) = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                try await host.ask(StatusQuery(), of: ticker)
            }
            #expect(after.head == before.head)
            #expect(after.head.offset == 3)
            #expect(after.date == (try date("2026-12-05")))
            #expect(after.clockIsSet)
        }
    }

    @Test("sets its clock forward, lets fall due what is due then, and does not go back")
    func setsClock() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder, from: "2026-11-23")
            _ = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                #expect(try await host.ask(CountQuery(), of: ticker).count == 0)
                guard case .done(let done) = try await host.send(SetClock(date: date("2027-01-01")), to: ticker),
                    let result = done.result
                else {
                    Issue.record("the clock was not set")
                    return
                }
                #expect(try JSON.decode(ServiceStatus.self, from: result).date == date("2027-01-01"))
                #expect(done.mark?.offset == 1)
                #expect(try await host.ask(CountQuery(), of: ticker).count == 1)
                guard case .refused(let earlier) = try await host.send(SetClock(date: date("2026-12-01")), to: ticker)
                else {
                    Issue.record("the clock ran backwards")
                    return
                }
                #expect(earlier.message.contains("2027-01-01"))
                #expect(try await host.ask(StatusQuery(), of: ticker).date == date("2027-01-01"))
            }
            _ = try await RunningHost.run([Ticker(name: ticker)], configuration) { host in
                let shown = try await host.ask(StatusQuery(), of: ticker).date
                #expect(shown == (try date("2027-01-01")))
            }
        }
    }

    @Test("refuses to set the system's clock, and a date that is none")
    func refusesClock() async throws {
        try await withTemporaryDirectory { folder in
            _ = try await RunningHost.run([Ticker(name: ticker)], RunningHost.configuration(in: folder)) { host in
                guard case .refused(let system) = try await host.send(SetClock(date: date("2099-01-01")), to: ticker),
                    case .refused(let date) = try await host.send(Someday(date: "someday"), to: ticker)
                else {
                    Issue.record("the clock was set")
                    return
                }
                #expect(system.code == .refused)
                #expect(system.message.contains("start it with --clock DATE"))
                #expect(date.code == .invalid)
                #expect(date.message == "the date is missing or wrong; write it as 2026-11-23.")
            }
        }
    }

    private struct Someday: CommandContract {
        static let name = SetClock.name
        let date: String
    }

    @Test("stops at once although a request still waits for what will never be heard")
    func stopsWaiting() async throws {
        try await withTemporaryDirectory { folder in
            let never = FeedMark(feed: "ticker", epoch: Epoch().description, offset: 1_000)
            let configuration = try RunningHost.configuration(in: folder)
            try await withThrowingTaskGroup(of: Void.self) { group in
                let (_, _, stopping) = try await RunningHost.run(both, configuration) { host in
                    let client = try host.client(of: listener)
                    group.addTask {
                        // Ends unanswered, or with a refusal, when the host has gone.
                        _ = try? await client.ask(
                            QueryRequest(type: CountQuery.name, after: [never], body: .object([:]))
                        )
                    }
                    // A second request over the same connection: when it is answered, the first one has arrived.
                    let request = QueryRequest(type: StatusQuery.name, body: .object([:]))
                    guard case .done = try await client.ask(request) else {
                        Issue.record("no status")
                        return
                    }
                }
                #expect(stopping < .seconds(4))
            }
        }
    }

    @Test("stops in an orderly way when the process is asked to")
    func gracefulShutdown() async throws {
        try await withTemporaryDirectory { folder in
            let configuration = try RunningHost.configuration(in: folder)
            let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
            let host = PluginHost(both, configuration: configuration, logger: RunningHost.silence) { ready.yield() }
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await host.run() }
                    for await _ in readiness { break }
                    trigger.triggerGracefulShutdown()
                    try await group.waitForAll()
                }
            }
            // The store was closed: its lock is free and its log lies in the file.
            let store = try await SQLiteEventStore.open(at: configuration.data + "/ticker.sqlite")
            try await store.close()
        }
    }

    @Test("that is asked to stop while it starts ends without an error")
    func stopsEarly() async throws {
        try await withTemporaryDirectory { folder in
            let host = PluginHost(
                both,
                configuration: try RunningHost.configuration(in: folder),
                logger: RunningHost.silence
            )
            try await testGracefulShutdown { trigger in
                trigger.triggerGracefulShutdown()
                try await host.run()
            }
        }
    }
}
