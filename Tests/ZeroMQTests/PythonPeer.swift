import Foundation

@testable import ZeroMQ

/// A process in another language with the library's own binding, that connects with CURVE and answers what it hears.
///
/// It is started without Foundation's `Process`: that crashed once in a dozen runs, copying memory, while the tests
/// beside this one had many descriptors open.
final class PythonPeer: Sendable {
    private let process: pid_t

    /// Tells whether this host has Python with pyzmq (Debian: python3-zmq).
    static let isAvailable: Bool = {
        guard let process = try? spawn(["-c", "import zmq"]) else { return false }
        return end(of: process) == 0
    }()

    /// Starts the peer, which says one word to the server and echoes what it gets.
    init(connectingTo address: Address, serverKey: CurvePublicKey, keys: CurveKeyPair) throws {
        let texts = [address.description, "\(serverKey)", "\(keys.publicKey)", keys.secretText]
        process = try Self.spawn(["-c", Self.echo] + texts)
    }

    deinit {
        signal(SIGKILL)
        _ = Self.end(of: process)
    }

    func signal(_ number: Int32) { kill(process, number) }

    private static func spawn(_ arguments: [String]) throws -> pid_t {
        let interpreter = "/usr/bin/python3"
        var texts = ([interpreter] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, interpreter, nil, nil, &texts, environ)
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO) }
        return process
    }

    /// Waits for the end of a process and gives its status.
    private static func end(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static let echo = """
        import sys, zmq
        address, server, public, secret = (text.encode() for text in sys.argv[1:])
        peer = zmq.Context().socket(zmq.DEALER)
        # The server never pings; that the client does, and within which time it is missed, is the client's to say.
        peer.heartbeat_ivl, peer.heartbeat_timeout, peer.heartbeat_ttl = 100, 1500, 1500
        peer.curve_serverkey, peer.curve_publickey, peer.curve_secretkey = server, public, secret
        peer.connect(address.decode())
        peer.send(b"hello")
        while True: peer.send_multipart(peer.recv_multipart())
        """
}
