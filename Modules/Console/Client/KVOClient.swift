import Bus
import CloudEvents
import Contracts
import Foundation
import PluginKit
import Synchronization
import ZeroMQ

/// Talks to the services as one system.
final class KVOClient: Sendable {
    private let thread: IOThread
    private let place: ServicePlace
    private let isRunning: Bool
    private let timeout: Duration
    // Made when they are first needed: who asks one service needs the key of that one only.
    private let clients = Mutex<[PluginName: ServiceClient]>([:])

    /// Opens a client for the scope of a closure.
    ///
    /// - Parameters:
    ///   - place: Where the services are.
    ///   - timeout: How long a service may take to answer.
    ///   - isRunning: Whether the services are expected to run: one at whose socket nobody listens is then not waited
    ///     for.
    ///   - body: What to do with the client.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws, `KeyError` or `ZeroMQError` when the client cannot be made.
    static func with<Result: Sendable>(
        _ place: ServicePlace,
        timeout: Duration = .seconds(15),
        isRunning: Bool = false,
        _ body: (KVOClient) async throws -> Result
    ) async throws -> Result {
        let thread = try IOThread()
        do {
            let client = KVOClient(place, timeout: timeout, isRunning: isRunning, on: thread)
            let result = try await body(client)
            await thread.shutDown()
            return result
        } catch {
            await thread.shutDown()
            throw error
        }
    }

    private init(_ place: ServicePlace, timeout: Duration, isRunning: Bool, on thread: IOThread) {
        self.thread = thread
        self.place = place
        self.isRunning = isRunning
        self.timeout = timeout
    }

    private func client(of service: PluginName) throws -> ServiceClient {
        if let client = clients.withLock({ $0[service] }) { return client }
        if isRunning { try checkRunning(service) }
        let client = ServiceClient(try place.command(of: service), within: timeout, on: thread)
        clients.withLock { $0[service] = client }
        return client
    }

    /// Says at once that nobody listens at the socket of a service; what listens elsewhere can only be asked.
    private func checkRunning(_ service: PluginName) throws {
        guard try place.addresses(of: service).command.isDeserted else { return }
        let why = "it does not run in \(place.sockets); start it with kvo up, or name its folder with --sockets."
        throw ConsoleError.unreachable(service, why: why)
    }

    /// Sends a command.
    ///
    /// - Throws: ``ConsoleError``.
    func send<Command: CommandContract>(
        _ command: Command,
        to service: PluginName? = nil,
        as issuer: Issuer,
        key: UUID = UUID(),
        expectedRevision: Int64? = nil,
        after marks: [FeedMark] = []
    ) async throws -> CommandReply.Done {
        let request = CommandRequest(
            key: key,
            type: Command.name,
            expectedRevision: expectedRevision,
            issuedBy: issuer,
            after: marks,
            body: try JSON.value(of: command)
        )
        let service = service ?? Self.service(of: Command.name)
        return try await ask(service) { try await $0.send(request) }
    }

    /// Asks a query of the service that its name begins with.
    func ask<Query: QueryContract>(_ query: Query) async throws -> Query.Answer {
        try await ask(query, of: Self.service(of: Query.name))
    }

    /// Asks a query of a service.
    func ask<Query: QueryContract>(
        _ query: Query,
        of service: PluginName,
        after marks: [FeedMark] = []
    ) async throws -> Query.Answer {
        let request = QueryRequest(type: Query.name, after: marks, body: try JSON.value(of: query))
        let done = try await ask(service) { try await $0.ask(request) }
        return try JSON.decode(Query.Answer.self, from: done.result ?? .null)
    }

    /// Waits until every service has heard of what one has done, and of what that led to elsewhere.
    ///
    /// First the others hear of it; what they then published is heard by all in a second turn.
    func settle(after mark: FeedMark) async throws {
        var marks = [mark]
        for _ in 1...2 {
            var heads: [FeedMark] = []
            for service in PluginName.all {
                heads.append(try await ask(StatusQuery(), of: service, after: marks).head)
            }
            marks = heads
        }
    }

    /// How each service is, in the order of the names.
    func statuses() async throws -> [ServiceStatus] {
        var statuses: [ServiceStatus] = []
        for service in PluginName.all { statuses.append(try await ask(StatusQuery(), of: service)) }
        return statuses
    }

    private func ask(
        _ service: PluginName,
        _ body: (ServiceClient) async throws -> CommandReply
    ) async throws -> CommandReply.Done {
        do {
            switch try await body(try client(of: service)) {
            case .done(let done): return done
            case .refused(let refused): throw ConsoleError.refused(refused)
            }
        } catch let error as BusError {
            throw ConsoleError.unreachable(service, why: error.description)
        } catch let error as ZeroMQError {
            throw ConsoleError.unreachable(service, why: error.description)
        }
    }

    private static func service(of name: String) -> PluginName {
        guard let prefix = name.split(separator: ".").first, let service = PluginName(String(prefix)) else {
            preconditionFailure("the name of a command begins with its service")
        }
        return service
    }
}
