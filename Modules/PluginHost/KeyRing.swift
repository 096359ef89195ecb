import Keys
import PluginKit
import Synchronization
import ZeroMQ

/// The keys of a process: its own, and those of everybody who may talk to it.
///
/// The folder is looked at again and again, so that a key that is added or removed counts without a restart. It decides
/// who comes in to this process; whom a service of it goes to, and with which keys of its own, is read at the start.
final class KeyRing: Sendable {
    private struct State {
        var stamp: String
        /// Who is let in somewhere in this process.
        var insiders: [CurvePublicKey: String]
    }

    private let folder: KeyFolder
    private let authenticator: Authenticator
    private let state: Mutex<State>
    private let services: [PluginName]

    /// Takes up the keys in a folder for the services of this process.
    init(_ folder: KeyFolder, _ authenticator: Authenticator, services: [PluginName]) throws(KeyError) {
        self.folder = folder
        self.authenticator = authenticator
        self.services = services
        // The stamp first: what changes while the files are read shows at the next look.
        let stamp = folder.stamp
        let insiders = try Self.insiders(folder)
        state = Mutex(State(stamp: stamp, insiders: insiders))
        admit(insiders)
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

    /// Reads the folder again if it has changed, and lets in whom it names now.
    ///
    /// - Returns: Those of whom a key no longer counts, in order; their connections stay until the sockets are closed.
    /// - Throws: ``KeyError`` when a file cannot be read; who was let in before still is.
    func refresh() throws(KeyError) -> [String] {
        let stamp = folder.stamp
        guard state.withLock({ $0.stamp != stamp }) else { return [] }
        let insiders = try Self.insiders(folder)
        admit(insiders)
        let former = state.withLock { state in
            defer { state = State(stamp: stamp, insiders: insiders) }
            return state.insiders
        }
        return Set(former.filter { insiders[$0.key] != $0.value }.values).sorted()
    }

    /// The services and the operators: a partner's key lets nobody in here, but at its door.
    private static func insiders(_ folder: KeyFolder) throws(KeyError) -> [CurvePublicKey: String] {
        let services = Set(PluginName.all.map(\.description))
        return try folder.users().filter { services.contains($0.value) || KeyFolder.isOperator($0.value) }
    }

    private func admit(_ insiders: [CurvePublicKey: String]) {
        let operators = insiders.filter { KeyFolder.isOperator($0.value) }
        for service in services {
            authenticator.admit(insiders, to: Self.feedDomain(service))
            authenticator.admit(operators, to: Self.commandDomain(service))
        }
    }

    private static func feedDomain(_ service: PluginName) -> String { "svc/\(service)" }
    private static func commandDomain(_ service: PluginName) -> String { "cmd/\(service)" }
}
