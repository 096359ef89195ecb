package import Bus
package import Logging
package import PluginKit

/// What an operator decides about a process of plug-ins.
package struct HostConfiguration: Sendable {
    /// The folder of the stores.
    package var data: String
    /// The folder of the Unix sockets, for services without addresses of their own.
    package var sockets: String
    /// The folder of the keys.
    package var keys: String
    /// How often the folder of the keys is looked at for keys that came or went.
    package var keyInterval: Duration = .seconds(2)
    /// Whether the services run without keys, on this host only: for the test bench.
    package var isUnsecured = false
    /// The host's part of the addresses of partners' doors: `127.0.0.1`, `*`, or an address of this host.
    package var doors = "127.0.0.1"
    /// For how many days the gateway serves events to partners from their feeds; `nil` keeps serving all.
    package var retentionDays: Int?
    /// What share of live events is thrown away, 0 to 1, for the test bench.
    package var liveLoss = 0.0
    /// Addresses that differ from `sockets`, per service.
    package var addresses: [PluginName: PortAddresses] = [:]
    /// The clock.
    package var clock: HostClock.Kind = .system
    /// Files of scheme versions beside those that ship.
    package var schemeFiles: [String] = []
    /// The OIN of the organisation that runs the services, 20 digits.
    package var oin: String
    /// Whether the stores were restored from a backup since they last ran: their feeds then begin a new life.
    package var isRestored = false
    /// The least important messages that are logged.
    package var logLevel: Logger.Level = .info

    /// Makes a configuration in which only the folders are decided.
    package init(data: String, sockets: String, oin: String) {
        (self.data, self.sockets, self.oin) = (data, sockets, oin)
        keys = "\(data)/keys"
    }

    /// Where a service listens.
    ///
    /// - Throws: `ZeroMQError` when the folder's name is too long for a Unix socket.
    package func addresses(of service: PluginName) throws -> PortAddresses {
        try addresses[service] ?? PortAddresses(folder: sockets, service: service.description)
    }
}
