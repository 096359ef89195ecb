/// Tells how a socket is secured, which never changes.
enum SocketSecurity {
    case unsecured
    case server(CurveServer)
    case peer(CurvePeer)

    init(_ endpoint: ServerEndpoint) {
        switch endpoint {
        case .unsecured: self = .unsecured
        case .curve(_, let server): self = .server(server)
        }
    }

    init(_ endpoint: PeerEndpoint) {
        switch endpoint {
        case .unsecured: self = .unsecured
        case .curve(_, let peer): self = .peer(peer)
        }
    }

    /// Tells whether both let in and recognise the same others.
    func isSame(as other: SocketSecurity) -> Bool {
        switch (self, other) {
        case (.unsecured, .unsecured): true
        case (.server(let left), .server(let right)):
            left.domain == right.domain && left.publicKey == right.publicKey
                && left.authenticator === right.authenticator
        case (.peer(let left), .peer(let right)):
            left.serverKey == right.serverKey && left.keys.publicKey == right.keys.publicKey
        default: false
        }
    }
}
