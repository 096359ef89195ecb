import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import Glibc
import Logging
import PluginHost
import PluginKit
import Scheme
import TestSupport
import Testing
import ZeroMQ

/// A host with keys, whose folder a test changes while it runs.
struct KeyedHost {
    let host: RunningHost
    let log: LogLines
    private let pairs: [String: CurveKeyPair]

    /// Runs plug-ins until the closure has returned, with keys for them, for these names and for `console`.
    static func run(
        _ plugins: [any BusPlugin],
        keysOf names: [String],
        _ body: (KeyedHost) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { folder in
            var configuration = try RunningHost.configuration(in: folder)
            configuration.isUnsecured = false
            configuration.keys = folder.file("keys")
            configuration.keyInterval = .milliseconds(20)
            try FileManager.default.createDirectory(atPath: configuration.keys, withIntermediateDirectories: false)
            var pairs: [String: CurveKeyPair] = [:]
            for name in Set(plugins.map(\.name.description) + names + ["console"]) {
                let pair = try CurveKeyPair()
                pairs[name] = pair
                try write("public \(pair.publicKey)\n", to: "\(configuration.keys)/\(name).public")
                let text = "public \(pair.publicKey)\nsecret \(pair.secretText)\n"
                try write(text, to: "\(configuration.keys)/\(name).secret")
            }
            let log = LogLines()
            try await RunningHost.run(plugins, configuration, logger: log.logger) { host in
                try await body(KeyedHost(host: host, log: log, pairs: pairs))
            }
        }
    }

    /// Writes whole or not at all, readable by the owner alone.
    private static func write(_ text: String, to path: String) throws {
        let draft = path + ".new"
        try Data(text.utf8).write(to: URL(filePath: draft))
        try #require(chmod(draft, 0o600) == 0 && rename(draft, path) == 0)
    }

    func pair(of name: String) throws -> CurveKeyPair { try #require(pairs[name]) }

    // MARK: The operator

    /// Puts a public key into the host's folder.
    func put(_ key: CurvePublicKey, of name: String) throws { try put("public \(key)\n", of: name) }

    /// Puts a text in the place of a public key.
    func put(_ text: String, of name: String) throws {
        try Self.write(text, to: "\(host.configuration.keys)/\(name).public")
    }

    func removeKey(of name: String) throws {
        try FileManager.default.removeItem(atPath: "\(host.configuration.keys)/\(name).public")
    }

    // MARK: The peers

    private func peer(_ address: Address, of service: PluginName, with keys: CurveKeyPair) throws -> PeerEndpoint {
        .curve(address, CurvePeer(serverKey: try pair(of: service.description).publicKey, keys: keys))
    }

    func client(of service: PluginName, with keys: CurveKeyPair) throws -> ServiceClient {
        let address = try host.configuration.addresses(of: service).command
        return ServiceClient(try peer(address, of: service, with: keys), within: .seconds(30), on: host.thread)
    }

    /// A socket that is connected to one of a service's.
    func visitor(
        _ kind: SocketKind,
        at socket: KeyPath<PortAddresses, Address>,
        of service: PluginName,
        with keys: CurveKeyPair
    ) async throws -> Visitor {
        let address = try host.configuration.addresses(of: service)[keyPath: socket]
        let visitor = Visitor(host.thread)
        try await visitor.connect(kind, to: peer(address, of: service, with: keys))
        return visitor
    }
}

extension ServiceClient {
    func tick(_ times: Int) async throws -> CommandReply {
        let issuer = Issuer(organisation: try #require(OrganisationID("gemeente-zeist")), role: "projectleider")
        let body = try JSON.value(of: Tick(times: times))
        return try await send(CommandRequest(key: UUID(), type: Tick.name, issuedBy: issuer, body: body))
    }

    func count(after marks: [FeedMark] = []) async throws -> Int {
        let request = QueryRequest(type: CountQuery.name, after: marks, body: try JSON.value(of: CountQuery()))
        guard case .done(let done) = try await ask(request), let result = done.result else {
            throw RunningHost.NoAnswer()
        }
        return try JSON.decode(CountQuery.Answer.self, from: result).count
    }

    /// Asks again and again for as long as the key is denied.
    func countWhenLetIn() async throws -> Int {
        while true {
            do { return try await count() } catch let error as BusError {
                guard case .denied = error else { throw error }
            }
        }
    }
}
