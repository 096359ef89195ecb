import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import Keys
import PluginHost
import PluginKit
import SQLiteEventStore
import Scheme
import ZeroMQ

/// A gateway in a process of its own, and this process as the service that it hears: certification.
struct GatewayStage: Sendable {
    let folder: WorkFolder
    let serverKey: String
    private let store: SQLiteEventStore
    private let gateway: Child
    private let client: ServiceClient

    /// Sets it up, lends it, and ends it.
    static func with(
        named name: String,
        in parent: WorkFolder,
        _ body: (GatewayStage) async throws -> Void
    ) async throws {
        let folder = try parent.subfolder(name)
        let thread = try IOThread()
        let store = try await SQLiteEventStore.open(at: folder.file("certification.sqlite"))
        do {
            let configuration = GatewayHost.configuration(in: folder.path)
            let keys = KeyFolder(configuration.keys)
            for service in PluginName.all { try keys.make(service.description) }
            try keys.make(KeyFolder.operatorName)
            let port = try await FeedPort(StoreService(store: store), on: thread)
            _ = try await port.open(at: try await endpoints(configuration, keys, on: thread))
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { await port.run() }
                // Below the ports that the system gives away by itself.
                let firstPort = Int.random(in: 150...300) * 100
                let gateway = try Child(role: "gateway", [folder.path, "\(firstPort)"])
                _ = try await gateway.line()
                let serverKey = try keys.publicKeys(of: PluginName.gateway.description)[0]
                let peer = CurvePeer(serverKey: serverKey, keys: try keys.pair(of: KeyFolder.operatorName))
                let client = ServiceClient(.curve(try configuration.addresses(of: .gateway).command, peer), on: thread)
                try await body(
                    GatewayStage(
                        folder: folder,
                        serverKey: serverKey.description,
                        store: store,
                        gateway: gateway,
                        client: client
                    )
                )
                await client.close()
                try await gateway.finish()
                await port.close()
            }
        } catch {
            await thread.shutDown()
            throw error
        }
        await thread.shutDown()
        try await store.close()
    }

    private static func endpoints(
        _ configuration: HostConfiguration,
        _ keys: KeyFolder,
        on thread: IOThread
    ) async throws -> DoorEndpoints {
        let authenticator = try await Authenticator.start(on: thread) { _ in }
        let reader = PluginName.gateway.description
        authenticator.admit([try keys.publicKeys(of: reader)[0]: reader], to: "certification")
        let pair = try keys.pair(of: PluginName.certification.description)
        let server = authenticator.server("certification", keys: pair)
        let addresses = try configuration.addresses(of: .certification)
        return DoorEndpoints(live: .curve(addresses.live, server), feed: .curve(addresses.feed, server))
    }

    /// Admits a partner and grants it everything that is open.
    func admit(_ name: String) async throws -> Guest {
        guard let partner = PartnerID(name), let organisation = OrganisationID(name),
            let pattern = GrantPattern("*/*/*/*")
        else { throw BenchFailure("\(name) is no partner") }
        let keys = try CurveKeyPair()
        guard let key = PartnerKey(keys.publicKey.description) else { throw BenchFailure("\(name) has no key") }
        let done = try await carryOut(
            AddPartner(partner: partner, organisation: organisation, name: name, key: key),
            for: organisation
        )
        let ports = try JSON.decode(AddPartner.Answer.self, from: done.result ?? .null)
        _ = try await carryOut(GrantTopics(partner: partner, pattern: pattern, dataClass: .open), for: organisation)
        return Guest(name: name, keys: keys, livePort: ports.livePort, feedPort: ports.feedPort)
    }

    private func carryOut<Command: CommandContract>(
        _ command: Command,
        for organisation: OrganisationID
    ) async throws -> CommandReply.Done {
        let request = CommandRequest(
            key: UUID(),
            type: Command.name,
            issuedBy: Issuer(organisation: organisation, role: "beheerder"),
            body: try JSON.value(of: command)
        )
        let reply = try await client.send(request)
        guard case .done(let done) = reply else { throw BenchFailure("\(Command.name) was refused: \(reply)") }
        return done
    }

    /// Publishes a number of events, each in a commit of its own, at an even pace.
    func publish(_ count: Int, every interval: Duration) async throws -> [Publication] {
        var publications: [Publication] = []
        var due = ContinuousClock.now
        for _ in 0..<count {
            try await ContinuousClock().sleep(until: due)
            let began = Moment.now
            let offset = try await store.write { transaction in
                try transaction.publish(topic: Self.topic) { try Self.body($0) }
                return try transaction.feedHead()
            }
            publications.append(Publication(offset: offset, began: began, committed: Moment.now))
            due += interval
        }
        return publications
    }

    private static let topic = "e/certification/gm0344/gm0344-0001/certificaat-verleend/"

    /// About as large as the other measures' events.
    private static func body(_ offset: FeedOffset) throws -> Data {
        var event = CloudEvent(
            id: UUID().uuidString,
            source: "urn:nld:oin:00000099000000001000:systeem:certification",
            type: "nl.kvo.certificaat-verleend.v1"
        )
        event.subject = "certificaat/\(offset.value % 100)"
        event.sequence = CloudEvent.sequenceText(offset.value)
        event.dataClass = DataClass.open.rawValue
        event.data = .object(["text": .string(String(repeating: "x", count: 160))])
        return try event.json()
    }

    /// The memory of the gateway's process that is in use, in MiB.
    func memory() throws -> Double { try gateway.residentMemory() }
}
