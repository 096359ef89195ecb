/// Holds where a server is reached together with how it is recognised.
package enum PeerEndpoint: Sendable {
    /// A server on this host, recognised by nothing but its address.
    case unsecured(LocalEndpoint)
    /// A server that proves to have the secret half of a known key.
    case curve(Address, CurvePeer)

    package var address: Address {
        switch self {
        case .unsecured(let endpoint): endpoint.address
        case .curve(let address, _): address
        }
    }
}

extension PeerEndpoint: CustomStringConvertible {
    /// Gives the address.
    package var description: String { address.description }
}
