import CZeroMQ
import Glibc

/// Soundness: the pointer to the socket is used only on the thread that owns it and while it is open; addresses are
/// texts that live until the call has returned.
extension Socket {
    /// Listens on a local address, and waits at most 0.1 s for a socket that is closing to free it.
    ///
    /// The file of a process that no longer runs is replaced; the directory of an `ipc` address must exist.
    ///
    /// - Returns: The address with the port that the system chose.
    /// - Throws: `ZeroMQError` with the address in it.
    @discardableResult
    package func bind(_ endpoint: LocalEndpoint) throws(ZeroMQError) -> LocalEndpoint {
        let socket = unsafe try openHandle(.bind)
        try allowIPv6(for: endpoint)
        var code = ZeroMQError.Code.addressInUse
        for _ in 0..<50 {
            if let obstacle = obstacle(at: endpoint) {
                code = obstacle
            } else if let number = retrying({ unsafe zmq_bind(socket, endpoint.description) }) {
                code = bindingCode(number, endpoint)
            } else {
                let bound = try LocalEndpoint(text(ZMQ_LAST_ENDPOINT))
                self.endpoint = bound
                return bound
            }
            guard code == .addressInUse else { break }
            SystemCall.pause(milliseconds: 2)
        }
        throw ZeroMQError(code, .bind, endpoint: endpoint.description)
    }

    /// Connects to a local address, now or as soon as somebody listens there.
    ///
    /// - Throws: `ZeroMQError` with the address in it.
    package func connect(_ endpoint: LocalEndpoint) throws(ZeroMQError) {
        let socket = unsafe try openHandle(.connect)
        guard !endpoint.isWildcard else {
            throw ZeroMQError(.portNeeded, .connect, endpoint: endpoint.description)
        }
        try allowIPv6(for: endpoint)
        if let number = retrying({ unsafe zmq_connect(socket, endpoint.description) }) {
            throw ZeroMQError(bindingCode(number, endpoint), .connect, endpoint: endpoint.description)
        }
        self.endpoint = endpoint
    }

    /// Takes messages whose first frame starts with a prefix; an empty prefix takes all.
    ///
    /// - Throws: `ZeroMQError` with code `wrongKind` on anything but a SUB socket.
    package func subscribe(_ prefix: [UInt8]) throws(ZeroMQError) {
        guard kind == .sub else { throw failure(.wrongKind(kind), .subscribe) }
        try set(ZMQ_SUBSCRIBE, to: prefix, .subscribe)
    }

    private func allowIPv6(for endpoint: LocalEndpoint) throws(ZeroMQError) {
        try set(ZMQ_IPV6, to: Int32(endpoint.location.hasPrefix("[") ? 1 : 0))
    }

    /// Tells what stands in the way at an `ipc` path.
    private func obstacle(at endpoint: LocalEndpoint) -> ZeroMQError.Code? {
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

    private func bindingCode(_ number: Int32, _ endpoint: LocalEndpoint) -> ZeroMQError.Code {
        if let directory = endpoint.directory, !SystemCall.isDirectory(directory) {
            return .directoryMissing(directory)
        }
        return switch number {
        case EADDRINUSE: .addressInUse
        case EADDRNOTAVAIL: .addressNotAvailable
        case EACCES, EPERM: .permissionDenied
        case EMFILE: .limitReached
        default: .system(number)
        }
    }
}
