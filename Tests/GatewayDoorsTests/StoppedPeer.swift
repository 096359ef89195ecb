import Foundation
import Glibc

/// A partner's program in Python that can be made to stand still.
final class StoppedPeer {
    private static let interpreter = "/usr/bin/python3"

    /// Whether this host has Python with pyzmq and CURVE (Debian: python3-zmq).
    static let isAvailable: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: interpreter)
        process.arguments = ["-c", "import sys, zmq; sys.exit(not zmq.has('curve'))"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Listens live to all, says so, reads nothing more of it, and fetches the whole feed after a line of input.
    private static let script = """
        import json, sys, zmq
        live_at, feed_at, server, public, secret, epoch, count = sys.argv[1:]
        context = zmq.Context()
        def connect(kind, address):
            socket = context.socket(kind)
            socket.curve_serverkey, socket.curve_publickey = server.encode(), public.encode()
            socket.curve_secretkey = secret.encode()
            socket.connect(address)
            return socket
        live = connect(zmq.SUB, live_at)
        for topic in (b"", b"!sync/python"): live.setsockopt(zmq.SUBSCRIBE, topic)
        while live.recv_multipart()[0] != b"!sync/python": pass
        print("listening", flush=True)
        sys.stdin.readline()
        feed = connect(zmq.DEALER, feed_at)
        have = 0
        while have < int(count):
            wants = {"epoch": epoch, "from": have, "max": 500, "maxBytes": 1048576, "waitMs": 1000}
            feed.send_multipart([b"FB1", b"1", b"FETCH", json.dumps(wants).encode()])
            magic, number, verb, head, *bodies = feed.recv_multipart()
            assert verb == b"EVENTS", (verb, head)
            for entry in json.loads(head)["entries"]:
                assert entry["offset"] == have + 1
                have += 1
        print("fetched", have, flush=True)
        context.destroy(0)
        """

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    init(_ arguments: [String]) throws {
        process.executableURL = URL(filePath: Self.interpreter)
        process.arguments = ["-c", Self.script] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The next line that it prints.
    func line() async throws -> String {
        let handle = output.fileHandleForReading
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                var bytes: [UInt8] = []
                while let byte = handle.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    func stop() { kill(process.processIdentifier, SIGSTOP) }

    func goOn() {
        kill(process.processIdentifier, SIGCONT)
        input.fileHandleForWriting.write(Data("\n".utf8))
    }

    func end() { kill(process.processIdentifier, SIGKILL) }
}
