/// Holds where a server listens together with who may connect: one cannot be given without the other.
package enum ServerEndpoint: Sendable {
    /// Everybody on this host, as far as the system's permissions go.
    case unsecured(LocalEndpoint)
    /// Only those whom the authenticator lets in.
    case curve(Address, CurveServer)

    package var address: Address {
        switch self {
        case .unsecured(let endpoint): endpoint.address
        case .curve(let address, _): address
        }
    }

    /// Gives the address with its security, for a log or a screen.
    package var notice: String {
        switch self {
        case .unsecured(let endpoint): endpoint.notice
        case .curve(let address, let server): "CURVE \(address) (\(server.domain))"
        }
    }
}
