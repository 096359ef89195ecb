/// Holds an address of any host: where a socket with CURVE listens or connects.
///
/// By itself it opens nothing: a socket takes an address together with its security, or a ``LocalEndpoint``.
package struct Address: Hashable, Sendable {
    /// Names the way two sockets reach each other.
    package enum Transport: String, Hashable, Sendable, CaseIterable {
        case ipc
        case inproc
        case tcp
    }

    /// Counts the bytes a Unix socket path may have (`sun_path` less its closing zero).
    package static let pathLimit = 107

    package let transport: Transport
    /// Holds what follows the `//`: a path, a name, or a host with its port.
    package let location: String
    /// Tells whether the port is still to be chosen by the system, which only `bind` can do.
    package let isWildcard: Bool

    /// Reads an address.
    ///
    /// A host is an IPv4 address, an IPv6 address in brackets, a name, or `*` for every IPv4 address of this host.
    /// Names are for connecting, and are resolved to IPv4 at each attempt to connect; `localhost` is 127.0.0.1.
    ///
    /// - Parameter text: `ipc://<path>`, `inproc://<name>` or `tcp://<host>:<port>`; the port may be `*` or 0.
    /// - Throws: `ZeroMQError` that names the address and what is wrong with it.
    package init(_ text: String) throws(ZeroMQError) {
        do throws(Refusal) {
            try self.init(reading: text, within: .anywhere)
        } catch {
            throw ZeroMQError(error.code, .readAddress, endpoint: text)
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

    /// Gives the host of a `tcp` address.
    var host: TCPHost? {
        guard transport == .tcp, let colon = location.lastIndex(of: ":") else { return nil }
        return TCPHost(location[..<colon])
    }
}

extension Address: CustomStringConvertible {
    /// Gives the address in the library's notation.
    package var description: String { "\(transport.rawValue)://\(location)" }
}
