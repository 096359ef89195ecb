import Bus
import Foundation
import Keys
import PluginKit
import ZeroMQ

/// Where the services are, and with which key they are reached.
struct ServicePlace: Hashable, Sendable {
    /// The folder of the services' sockets.
    let sockets: String
    /// The folder of the keys.
    let keys: String
    /// The name of the key with which one comes in.
    var operatorName = KeyFolder.operatorName
    /// Whether the services run without keys.
    var isUnsecured = false

    /// Names a place; the keys lie in the sockets' folder unless another is named.
    init(sockets: String, keys: String? = nil) {
        self.sockets = sockets
        self.keys = keys ?? "\(sockets)/keys"
    }

    /// How to reach the commands of a service.
    ///
    /// - Throws: `KeyError` or `ZeroMQError`, which say what to do.
    func command(of service: PluginName) throws -> PeerEndpoint {
        try peer(try PortAddresses(folder: sockets, service: service.description).command, of: service)
    }

    /// How to follow the feed of a service.
    ///
    /// - Throws: `KeyError` or `ZeroMQError`, which say what to do.
    func source(of service: PluginName, consumer: String) throws -> FeedSource {
        let addresses = try PortAddresses(folder: sockets, service: service.description)
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
