import CZeroMQ

extension Socket {
    /// Tells whether messages carry the name of the user who sent them.
    var knowsSenders: Bool {
        guard case .server? = security else { return false }
        return kind == .router || kind == .xpub
    }

    /// Sets all options of a socket's security before its first use; later it only checks that it stays the same.
    ///
    /// When an option is refused the socket is closed: half secured it would let in everybody.
    func secure(_ wanted: SocketSecurity, at address: Address) throws(ZeroMQError) {
        if let security {
            guard security.isSame(as: wanted) else {
                throw ZeroMQError(.securityFixed, .secure, endpoint: address.description)
            }
        }
        if case .unsecured = wanted {
            security = wanted
            return
        }
        guard address.transport != .inproc else {
            throw ZeroMQError(.cannotSecure, .secure, endpoint: address.description)
        }
        if case .server(let server) = wanted, server.authenticator.thread !== ioThread {
            throw ZeroMQError(.authenticatorElsewhere, .secure, endpoint: address.description)
        }
        guard security == nil else { return }
        do throws(ZeroMQError) {
            try setOptions(of: wanted)
        } catch {
            close()
            throw ZeroMQError(error.code, .secure, endpoint: address.description)
        }
        security = wanted
    }

    /// Counts the bytes that CURVE adds to a frame: the command's name, a number, flags and a checksum (ZeroMQ RFC 26).
    private static var encryptionByteCount: Int { 8 + 8 + 1 + 16 }

    private func setOptions(of security: SocketSecurity) throws(ZeroMQError) {
        switch security {
        case .unsecured: break
        case .server(let server):
            // Without domain, or without enforcing it, the library lets in everybody when no handler answers.
            try set(ZMQ_ZAP_ENFORCE_DOMAIN, to: Int32(1))
            try set(ZMQ_ZAP_DOMAIN, to: Array(server.domain.utf8), .secure)
            try server.keys.withSecret { key throws(ZeroMQError) in try set(ZMQ_CURVE_SECRETKEY, to: key, .secure) }
            try set(ZMQ_CURVE_SERVER, to: Int32(1))
        case .peer(let peer):
            try set(ZMQ_CURVE_PUBLICKEY, to: peer.keys.publicKey.bytes, .secure)
            try peer.keys.withSecret { key throws(ZeroMQError) in try set(ZMQ_CURVE_SECRETKEY, to: key, .secure) }
            try set(ZMQ_CURVE_SERVERKEY, to: peer.serverKey.bytes, .secure)
        }
        // The library compares its limit with the encrypted frame.
        let largest = min(options.inboundFrameLimit, .max - Self.encryptionByteCount) + Self.encryptionByteCount
        try set(ZMQ_MAXMSGSIZE, to: Int64(largest))
        guard number(ZMQ_MECHANISM) == ZMQ_CURVE else { throw ZeroMQError(.curveMissing, .secure) }
    }
}
