import CZeroMQ
import Glibc

/// Soundness: the pointer to the socket is used only on the thread that owns it and while it is open; addresses are
/// texts that live until the call has returned.
extension Socket {
    /// Listens on a local address without security, and waits at most 0.1 s for a socket that is closing to free it.
    ///
    /// The file of a process that no longer runs is replaced; the directory of an `ipc` address must exist.
    ///
    /// - Returns: The address with the port that the system chose.
    /// - Throws: `ZeroMQError` with the address in it.
    @discardableResult
    package func bind(_ endpoint: LocalEndpoint) throws(ZeroMQError) -> LocalEndpoint {
        try LocalEndpoint(bind(.unsecured(endpoint)))
    }

    /// Listens on an address with its security, which the socket keeps, and else as ``bind(_:)-(LocalEndpoint)``.
    ///
    /// A `tcp` address is one of this host's in numbers, or `*`.
    ///
    /// - Returns: The address with the port that the system chose.
    /// - Throws: `ZeroMQError` with the address in it.
    @discardableResult
    package func bind(_ endpoint: ServerEndpoint) throws(ZeroMQError) -> Address {
        let address = endpoint.address
        let socket = unsafe try openHandle(.bind)
        if case .name = address.host {
            // The library would take a name for one of a network interface.
            throw ZeroMQError(.addressNotAvailable, .bind, endpoint: address.description)
        }
        try secure(SocketSecurity(endpoint), at: address)
        try allowIPv6(for: address)
        var code = ZeroMQError.Code.addressInUse
        for _ in 0..<50 {
            if let obstacle = obstacle(at: address) {
                code = obstacle
            } else if let number = retrying({ unsafe zmq_bind(socket, address.description) }) {
                code = bindingCode(number, address)
            } else {
                let bound = try Address(text(ZMQ_LAST_ENDPOINT))
                self.endpoint = bound
                return bound
            }
            guard code == .addressInUse else { break }
            SystemCall.pause(milliseconds: 2)
        }
        throw ZeroMQError(code, .bind, endpoint: address.description)
    }

    /// Connects to a local address without security, now or as soon as somebody listens there.
    ///
    /// - Throws: `ZeroMQError` with the address in it.
    package func connect(_ endpoint: LocalEndpoint) throws(ZeroMQError) {
        try connect(.unsecured(endpoint))
    }

    /// Connects to an address with its security, which the socket keeps, now or as soon as somebody listens there.
    ///
    /// A server with another key than the expected one is never spoken to: the monitor hears `handshakeBroken`, and the
    /// library keeps trying. After `denied` it does not: a new socket is needed once the server knows the key.
    ///
    /// - Throws: `ZeroMQError` with the address in it.
    package func connect(_ endpoint: PeerEndpoint) throws(ZeroMQError) {
        let address = endpoint.address
        let socket = unsafe try openHandle(.connect)
        guard !address.isWildcard else {
            throw ZeroMQError(.portNeeded, .connect, endpoint: address.description)
        }
        guard address.host != .every else {
            throw ZeroMQError(.hostNeeded, .connect, endpoint: address.description)
        }
        try secure(SocketSecurity(endpoint), at: address)
        try allowIPv6(for: address)
        if let number = retrying({ unsafe zmq_connect(socket, address.description) }) {
            throw ZeroMQError(bindingCode(number, address), .connect, endpoint: address.description)
        }
        self.endpoint = address
    }

    /// Takes messages whose first frame starts with a prefix; an empty prefix takes all.
    ///
    /// - Throws: `ZeroMQError` with code `wrongKind` on anything but a SUB socket.
    package func subscribe(_ prefix: [UInt8]) throws(ZeroMQError) {
        guard kind == .sub else { throw failure(.wrongKind(kind), .subscribe) }
        try set(ZMQ_SUBSCRIBE, to: prefix, .subscribe)
    }

    private func allowIPv6(for endpoint: Address) throws(ZeroMQError) {
        try set(ZMQ_IPV6, to: Int32(endpoint.location.hasPrefix("[") ? 1 : 0))
    }

    /// Tells what stands in the way at an `ipc` path.
    private func obstacle(at endpoint: Address) -> ZeroMQError.Code? {
        guard endpoint.transport == .ipc else { return nil }
        var file = SocketFile(at: endpoint.location)
        if file == .stale {
            // A closing socket stops listening just before it removes its file; that must not be our new file.
            SystemCall.pause(milliseconds: 2)
            file = SocketFile(at: endpoint.location)
        }
        return switch file {
        case .absent, .stale: nil
        case .listening: .addressInUse
        case .denied: .permissionDenied
        case .foreign: .notASocket
        }
    }

    private func bindingCode(_ number: Int32, _ endpoint: Address) -> ZeroMQError.Code {
        if let directory = endpoint.directory, !SystemCall.isDirectory(directory) {
            return .directoryMissing(directory)
        }
        return switch number {
        case EADDRINUSE: .addressInUse
        case EADDRNOTAVAIL, ENODEV: .addressNotAvailable
        case EACCES, EPERM: .permissionDenied
        case EMFILE: .limitReached
        default: .system(number)
        }
    }
}
