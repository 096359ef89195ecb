import Foundation

@testable import ZeroMQ

/// A process in another language with the library's own binding, that connects with CURVE and answers what it hears.
final class PythonPeer: Sendable {
    private static let interpreter = "/usr/bin/python3"
    private let process: Process

    /// Tells whether this host has Python with pyzmq (Debian: python3-zmq).
    static let isAvailable: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: interpreter)
        process.arguments = ["-c", "import zmq"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Starts the peer, which says one word to the server and echoes what it gets.
    init(connectingTo address: Address, serverKey: CurvePublicKey, keys: CurveKeyPair) throws {
        process = Process()
        process.executableURL = URL(filePath: Self.interpreter)
        let texts = [address.description, "\(serverKey)", "\(keys.publicKey)", keys.secretText]
        process.arguments = ["-c", Self.echo] + texts
        try process.run()
    }

    deinit {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    private static let echo = """
        import sys, zmq
        address, server, public, secret = (text.encode() for text in sys.argv[1:])
        peer = zmq.Context().socket(zmq.DEALER)
        peer.curve_serverkey, peer.curve_publickey, peer.curve_secretkey = server, public, secret
        peer.connect(address.decode())
        peer.send(b"hello")
        while True: peer.send_multipart(peer.recv_multipart())
        """
}
