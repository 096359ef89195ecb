/// Holds an address on this host: the only kind that a socket without CURVE can bind or connect to.
///
/// There is no other way from text to an unsecured socket, so none is open to the network by accident.
package struct LocalEndpoint: Hashable, Sendable {
    package let address: Address

    /// Reads an address and refuses every address that another host could reach.
    ///
    /// - Parameter text: `ipc://<path>`, `inproc://<name>` or `tcp://<loopback>:<port>`; the port may be `*` or 0.
    /// - Throws: `ZeroMQError` that names the address and what an unsecured address may be.
    package init(_ text: String) throws(ZeroMQError) {
        do throws(Address.Refusal) {
            address = try Address(reading: text, within: .thisHost)
        } catch {
            throw ZeroMQError(error.code, .readEndpoint, endpoint: text)
        }
    }

    /// Takes an address that was read before, and refuses it when another host could reach it.
    ///
    /// - Throws: `ZeroMQError` that names the address and what an unsecured address may be.
    package init(_ address: Address) throws(ZeroMQError) {
        guard address.transport != .tcp || address.host?.isLoopback == true else {
            throw ZeroMQError(.notLocal, .readEndpoint, endpoint: address.description)
        }
        self.address = address
    }

    /// Makes an address within this process.
    init(inproc name: String) {
        address = Address(transport: .inproc, location: name)
    }

    package var transport: Address.Transport { address.transport }
    /// Holds what follows the `//`: a path, a name, or a loopback address with its port.
    package var location: String { address.location }
    /// Tells whether the port is still to be chosen by the system, which only `bind` can do.
    package var isWildcard: Bool { address.isWildcard }
}

extension LocalEndpoint: CustomStringConvertible {
    /// Gives the address in the library's notation.
    package var description: String { address.description }

    /// Gives the address with the warning that belongs in a log or on a screen.
    package var notice: String { "UNSECURED \(description)" }
}
