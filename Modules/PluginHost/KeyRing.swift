import Keys
import PluginKit
import Synchronization
import ZeroMQ

/// The keys of a process: its own, and those of everybody who may talk to it.
///
/// The folder is looked at again and again, so that a key that is added or removed counts without a restart.
final class KeyRing: Sendable {
    private let folder: KeyFolder
    private let authenticator: Authenticator
    private let stamp: Mutex<String>
    private let services: [PluginName]

    /// Takes up the keys in a folder for the services of this process.
    init(_ folder: KeyFolder, _ authenticator: Authenticator, services: [PluginName]) throws(KeyError) {
        self.folder = folder
        self.authenticator = authenticator
        self.services = services
        stamp = Mutex(folder.stamp)
        try admitAll()
    }

    /// The key pair of a service of this process.
    func pair(of service: PluginName) throws(KeyError) -> CurveKeyPair { try folder.pair(of: service.description) }

    /// What lets in the other services and the operators: live events and feed.
    func feed(of service: PluginName) throws(KeyError) -> CurveServer {
        authenticator.server(Self.feedDomain(service), keys: try folder.pair(of: service.description))
    }

    /// What lets in the operators alone: commands and queries.
    func command(of service: PluginName) throws(KeyError) -> CurveServer {
        authenticator.server(Self.commandDomain(service), keys: try folder.pair(of: service.description))
    }

    /// How one service comes in at another.
    func peer(_ other: PluginName, as service: PluginName) throws(KeyError) -> CurvePeer {
        let keys = try folder.publicKeys(of: other.description)
        return CurvePeer(serverKey: keys[0], keys: try folder.pair(of: service.description))
    }

    /// Reads the folder again if it has changed.
    ///
    /// - Throws: ``KeyError`` when a file cannot be read; who was let in before still is.
    func refresh() throws(KeyError) {
        let present = folder.stamp
        guard stamp.withLock({ $0 != present }) else { return }
        try admitAll()
        stamp.withLock { $0 = present }
    }

    private func admitAll() throws(KeyError) {
        let users = try folder.users()
        let operators = users.filter { KeyFolder.isOperator($0.value) }
        let names = Set(PluginName.all.map(\.description))
        let insiders = operators.merging(users.filter { names.contains($0.value) }) { first, _ in first }
        for service in services {
            authenticator.admit(insiders, to: Self.feedDomain(service))
            authenticator.admit(operators, to: Self.commandDomain(service))
        }
    }

    private static func feedDomain(_ service: PluginName) -> String { "svc/\(service)" }
    private static func commandDomain(_ service: PluginName) -> String { "cmd/\(service)" }
}
