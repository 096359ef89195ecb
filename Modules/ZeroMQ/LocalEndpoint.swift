/// Holds an address on this host: the only kind that a socket without CURVE can bind or connect to.
///
/// There is no other way from text to an unsecured socket, so none is open to the network by accident.
package struct LocalEndpoint: Hashable, Sendable {
    /// Names the way two local sockets reach each other.
    package enum Transport: String, Hashable, Sendable, CaseIterable {
        case ipc
        case inproc
        case tcp
    }

    /// Counts the bytes a Unix socket path may have (`sun_path` less its closing zero).
    package static let pathLimit = 107

    package let transport: Transport
    /// Holds what follows the `//`: a path, a name, or a loopback address with its port.
    package let location: String
    /// Tells whether the port is still to be chosen by the system, which only `bind` can do.
    package let isWildcard: Bool

    /// Reads an address and refuses every address that another host could reach.
    ///
    /// - Parameter text: `ipc://<path>`, `inproc://<name>` or `tcp://<loopback>:<port>`; the port may be `*` or 0.
    /// - Throws: `ZeroMQError` that names the address and what an unsecured address may be.
    package init(_ text: String) throws(ZeroMQError) {
        do throws(Refusal) {
            try self.init(reading: text)
        } catch {
            throw ZeroMQError(error.code, .readEndpoint, endpoint: text)
        }
    }

    init(transport: Transport, location: String, isWildcard: Bool = false) {
        self.transport = transport
        self.location = location
        self.isWildcard = isWildcard
    }

    /// Gives the directory that must exist before an `ipc` address can be bound.
    var directory: String? {
        guard transport == .ipc else { return nil }
        guard let slash = location.lastIndex(of: "/") else { return "." }
        return slash == location.startIndex ? "/" : String(location[..<slash])
    }
}

extension LocalEndpoint: CustomStringConvertible {
    /// Gives the address in the library's notation.
    package var description: String { "\(transport.rawValue)://\(location)" }

    /// Gives the address with the warning that belongs in a log or on a screen.
    package var notice: String { "UNSECURED \(description)" }
}
