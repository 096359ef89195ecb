import CZeroMQ

/// Tells what happened to a connection of a monitored socket.
package struct SocketEvent: Hashable, Sendable {
    /// Names the happenings that a client's liveness or a server's log depends on.
    package enum Kind: Hashable, Sendable {
        case connected
        case accepted
        /// The next attempt to connect comes after a time.
        case retrying(after: Duration)
        case disconnected
        /// Both sides can exchange messages from now on.
        case ready
        /// The handshake broke off; the system's error number may say why. A wrong server key looks like this.
        case handshakeBroken(Int32)
        /// The other side does not speak the protocol; the code is one of `ZMQ_PROTOCOL_ERROR_*`.
        case handshakeInvalid(Int32)
        /// The other side refuses this key (status 300, 400 or 500); after 400 and 500 the library never retries.
        case denied(status: Int32)
    }

    package let kind: Kind
    /// Holds the address of the connection as the library writes it.
    package let endpoint: String

    /// Reads the two frames of zmq_socket_monitor(3), and gives `nil` for events of no interest.
    init?(_ frames: Frames) {
        guard frames.count == 2, frames[0].count == 6 else { return nil }
        // The library writes both numbers in the order of this machine. Sound because the frame was just checked to
        // have the six bytes that are read, and lives until the closure has returned.
        let (number, value) = unsafe frames[0].withUnsafeBytes { bytes in
            let number = unsafe bytes.loadUnaligned(as: UInt16.self)
            return unsafe (Int32(number), bytes.loadUnaligned(fromByteOffset: 2, as: Int32.self))
        }
        guard let kind = Kind(number: number, value: value) else { return nil }
        self.kind = kind
        endpoint = String(decoding: frames[1], as: UTF8.self)
    }
}

extension SocketEvent.Kind {
    fileprivate init?(number: Int32, value: Int32) {
        switch number {
        case ZMQ_EVENT_CONNECTED: self = .connected
        case ZMQ_EVENT_ACCEPTED: self = .accepted
        case ZMQ_EVENT_CONNECT_RETRIED: self = .retrying(after: .milliseconds(value))
        case ZMQ_EVENT_DISCONNECTED: self = .disconnected
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: self = .ready
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: self = .handshakeBroken(value)
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: self = .handshakeInvalid(value)
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: self = .denied(status: value)
        default: return nil
        }
    }
}
