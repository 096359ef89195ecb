import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import Logging
import PluginHost
import PluginKit
import Scheme
import TestSupport
import Testing
import ZeroMQ

/// A host that runs for the length of one closure, with a messaging thread for its clients.
struct RunningHost {
    let configuration: HostConfiguration
    let thread: IOThread

    /// A configuration in a folder; the clock stands still from a date when one is given.
    static func configuration(in folder: TemporaryDirectory, from date: String? = nil) throws -> HostConfiguration {
        var configuration = HostConfiguration(
            data: folder.file("data"),
            sockets: folder.file("run"),
            oin: EventSource.exampleOIN
        )
        configuration.isUnsecured = true
        if let date { configuration.clock = .settable(from: try #require(CalendarDate(date))) }
        return configuration
    }

    /// Runs plug-ins until the closure has returned, then cancels them.
    ///
    /// - Returns: What the closure returned, and how long the host took to become ready and to stop.
    @discardableResult
    static func run<Result>(
        _ plugins: [any BusPlugin],
        _ configuration: HostConfiguration,
        logger: Logger = silence,
        _ body: (RunningHost) async throws -> Result
    ) async throws -> (result: Result, starting: Duration, stopping: Duration) {
        let launch = ContinuousClock.now
        let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
        let host = PluginHost(plugins, configuration: configuration, logger: logger) { ready.yield() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { ready.finish() }
                try await host.run()
            }
            var isReady = false
            for await _ in readiness {
                isReady = true
                break
            }
            // A host that could not start ends without being ready; its error is thrown here.
            if !isReady { try await group.waitForAll() }
            let starting = ContinuousClock.now - launch
            let thread = try IOThread()
            let running = RunningHost(configuration: configuration, thread: thread)
            do {
                let result = try await body(running)
                let start = ContinuousClock.now
                group.cancelAll()
                try await group.waitForAll()
                let stopping = ContinuousClock.now - start
                await thread.shutDown()
                return (result, starting, stopping)
            } catch {
                group.cancelAll()
                await thread.shutDown()
                throw error
            }
        }
    }

    static var silence: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    func client(of service: PluginName) throws -> ServiceClient {
        let address = try LocalEndpoint(try configuration.addresses(of: service).command)
        return ServiceClient(.unsecured(address), within: .seconds(20), on: thread)
    }

    @discardableResult
    func send(_ body: some CommandContract, to service: PluginName) async throws -> CommandReply {
        let issuer = Issuer(organisation: try #require(OrganisationID("gemeente-zeist")), role: "projectleider")
        return try await client(of: service).send(
            CommandRequest(key: UUID(), type: type(of: body).name, issuedBy: issuer, body: try JSON.value(of: body))
        )
    }

    func ask<Query: QueryContract>(
        _ query: Query,
        of service: PluginName,
        after: [FeedMark] = []
    ) async throws -> Query.Answer {
        let request = QueryRequest(type: Query.name, after: after, body: try JSON.value(of: query))
        let reply = try await client(of: service).ask(request)
        guard case .done(let done) = reply, let result = done.result else {
            Issue.record("\(reply)")
            throw NoAnswer()
        }
        return try JSON.decode(Query.Answer.self, from: result)
    }

    struct NoAnswer: Error {}
}
