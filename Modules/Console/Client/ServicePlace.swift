import Bus
import Keys
import PluginHost
import PluginKit
import ZeroMQ

/// Where the services are, and with which key they are reached.
struct ServicePlace: Hashable, Sendable {
    /// The folder of the services' sockets.
    let sockets: String
    /// The folder of the keys.
    let keys: String
    /// The addresses of services that do not listen in the sockets' folder.
    var addresses: [PluginName: PortAddresses] = [:]
    /// The name of the key with which one comes in.
    var operatorName = KeyFolder.operatorName
    /// Whether the services run without keys.
    var isUnsecured = false

    /// Names a place; the keys lie in the sockets' folder unless another is named.
    init(sockets: String, keys: String? = nil) {
        self.sockets = sockets
        self.keys = keys ?? "\(sockets)/keys"
    }

    /// Takes over the sockets, keys and addresses of a configuration.
    init(_ configuration: HostConfiguration) {
        self.init(sockets: configuration.sockets, keys: configuration.keys)
        addresses = configuration.addresses
    }

    /// Where a service listens: at an address of its own, or in the sockets' folder.
    ///
    /// - Throws: `ZeroMQError` when the folder's name is too long for a Unix socket.
    func addresses(of service: PluginName) throws -> PortAddresses {
        try addresses[service] ?? PortAddresses(folder: sockets, service: service.description)
    }

    /// How to reach the commands of a service.
    ///
    /// - Throws: `KeyError` or `ZeroMQError`, which say what to do.
    func command(of service: PluginName) throws -> PeerEndpoint {
        try peer(try addresses(of: service).command, of: service)
    }

    /// How to follow the feed of a service.
    ///
    /// - Throws: `KeyError` or `ZeroMQError`, which say what to do.
    func source(of service: PluginName, consumer: String) throws -> FeedSource {
        let addresses = try addresses(of: service)
        return FeedSource(
            live: try peer(addresses.live, of: service),
            feed: try peer(addresses.feed, of: service),
            consumer: consumer
        )
    }

    private func peer(_ address: Address, of service: PluginName) throws -> PeerEndpoint {
        guard !isUnsecured else { return .unsecured(try LocalEndpoint(address)) }
        let folder = KeyFolder(keys)
        let serverKey = try folder.publicKeys(of: service.description)[0]
        return .curve(address, CurvePeer(serverKey: serverKey, keys: try folder.pair(of: operatorName)))
    }
}
