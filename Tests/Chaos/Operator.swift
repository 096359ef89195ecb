import Bus
import CloudEvents
import Contracts
import Dispatch
import EventSourcing
import Foundation
import Keys
import PluginKit
import Scheme
import ZeroMQ

/// Talks to the services as an operator does, and asks again until there is an answer.
final class Operator: Sendable {
    static let issuer: Issuer = {
        guard let organisation = OrganisationNames.id("chaos") else { preconditionFailure("chaos is a name") }
        return Issuer(organisation: organisation, role: "operator")
    }()

    private let folder: String
    private let thread: IOThread
    private let clients: [PluginName: ServiceClient]

    init(folder: String, services: [PluginName], on thread: IOThread) throws {
        (self.folder, self.thread) = (folder, thread)
        var clients: [PluginName: ServiceClient] = [:]
        for service in services {
            let addresses = try PortAddresses(folder: folder, service: service.description)
            let peer = try Self.peer(of: service, folder)
            clients[service] = ServiceClient(.curve(addresses.command, peer), within: .seconds(5), on: thread)
        }
        self.clients = clients
    }

    /// Sends a command until it is answered, under one key: it happens once however often it is sent.
    ///
    /// - Throws: ``ChaosError`` when it is refused, or not answered within two minutes.
    func send<Command: CommandContract>(
        _ command: Command,
        after marks: [FeedMark] = []
    ) async throws
        -> CommandReply.Done
    {
        let service = try Self.service(of: Command.name)
        let request = CommandRequest(
            key: UUID(),
            type: Command.name,
            issuedBy: Self.issuer,
            after: marks,
            body: try JSON.value(of: command)
        )
        return try await ask(service, Command.name) { try await $0.send(request) }
    }

    /// Asks a query of a service until it is answered.
    func ask<Query: QueryContract>(
        _ query: Query,
        of service: PluginName,
        after marks: [FeedMark] = []
    ) async throws
        -> Query.Answer
    {
        let request = QueryRequest(type: Query.name, after: marks, body: try JSON.value(of: query))
        let done = try await ask(service, Query.name) { try await $0.ask(request) }
        return try JSON.decode(Query.Answer.self, from: done.result ?? .null)
    }

    /// Reads a service's whole feed as a subscriber that was never there before.
    func readFeed(of service: PluginName, upTo head: Int64) async throws -> [FeedEvent] {
        guard head > 0 else { return [] }
        let addresses = try PortAddresses(folder: folder, service: service.description)
        let peer = try Self.peer(of: service, folder)
        let source = FeedSource(
            live: .curve(addresses.live, peer),
            feed: .curve(addresses.feed, peer),
            consumer: "chaos-\(UUID().uuidString.prefix(8).lowercased())"
        )
        let (batches, put) = AsyncStream.makeStream(of: [FeedEvent].self)
        let subscription = FeedSubscription(source, from: nil, on: thread, notice: { _ in }) { entries, _, _ in
            put.yield(try entries.map(FeedEvent.init))
            if let last = entries.last, last.offset.value >= head { put.finish() }
        }
        async let halt = subscription.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + 60) { put.finish() }
        var events: [FeedEvent] = []
        for await batch in batches { events += batch }
        await subscription.close()
        if let halt = await halt { throw ChaosError("the feed of \(service) cannot be read: \(halt)") }
        guard events.count >= head else {
            throw ChaosError("the feed of \(service) gave \(events.count) of \(head) events in a minute")
        }
        return events
    }

    private func ask(
        _ service: PluginName,
        _ name: String,
        _ body: (ServiceClient) async throws -> CommandReply
    ) async throws -> CommandReply.Done {
        guard let client = clients[service] else { throw ChaosError("\(service) does not take part") }
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            do {
                switch try await body(client) {
                case .done(let done): return done
                case .refused(let refused) where refused.code == .busy: await Pause.seconds(0.05)
                case .refused(let refused): throw ChaosError("\(service) refused \(name): \(refused)")
                }
            } catch BusError.noAnswer(let endpoint, _) {
                guard ContinuousClock.now < deadline else {
                    throw ChaosError("\(endpoint) did not answer \(name) within two minutes")
                }
            }
        }
    }

    private static func peer(of service: PluginName, _ folder: String) throws -> CurvePeer {
        let keys = KeyFolder("\(folder)/keys")
        let serverKey = try keys.publicKeys(of: service.description)[0]
        return CurvePeer(serverKey: serverKey, keys: try keys.pair(of: KeyFolder.operatorName))
    }

    private static func service(of name: String) throws -> PluginName {
        guard let service = name.split(separator: ".").first.flatMap({ PluginName(String($0)) }) else {
            throw ChaosError("\(name) names no service")
        }
        return service
    }
}
