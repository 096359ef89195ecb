import Bus
import EventSourcing
import TestSupport
import Testing
import ZeroMQ

@Suite(
    "A peer that does not keep up",
    .enabled(if: PythonProgram.hasZeroMQ, "needs /usr/bin/python3 with pyzmq: apt-get install python3-zmq"),
    .timeLimit(.minutes(1))
)
struct SlowPeerTests {
    /// Listens, reads nothing until it is told to, and then counts the events up to the first heartbeat after the last.
    private static let listener = """
        import struct, sys, zmq
        live = zmq.Context().socket(zmq.SUB)
        live.setsockopt(zmq.RCVHWM, 1)
        live.setsockopt(zmq.SUBSCRIBE, b"")
        live.setsockopt(zmq.SUBSCRIBE, b"!sync/python")
        live.connect(sys.argv[1])
        while live.recv_multipart()[0] != b"!sync/python": pass
        print("listening", flush=True)
        sys.stdin.readline()
        count = 0
        while True:
            topic, header, *body = live.recv_multipart()
            count += topic.startswith(b"e/")
            name, version, kind, life, offset, head, sent, flags, check = struct.unpack(">2sBB16sQQQII", header)
            if topic.startswith(b"!") and head == int(sys.argv[2]): break
        print(count, flush=True)
        """

    @Test("keeps the publisher from nothing, and of what is published live only a bounded number waits for it")
    func bounded() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let (turns, size) = (20, 1000)
                let peer = try PythonProgram(Self.listener, [bound.live.description, String(turns * size)])
                #expect(await peer.line() == "listening")
                let ledger = Ledger()
                try await following(try await ledger.subscription(to: bound, on: thread)) {
                    for turn in 1...turns {
                        await log.commit(size)
                        _ = await ledger.entries(atLeast: turn * size)
                    }
                    // The socket keeps 10 000 messages for a peer; what the system keeps of its own comes on top. On a
                    // machine so busy that this takes long, the silent peer's connection is cut, and nothing is left.
                    peer.enter()
                    let count = try #require(Int(await peer.line()))
                    #expect(count <= 15_000)
                }
            }
        }
    }

    @Test("because its process was stopped holds up nobody, and has everything when it goes on")
    func stopped() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(50)
            try await serving(log, at: Wire.tcp.addresses(folder), on: thread) { bound in
                let arguments = [bound.live.description, bound.feed.description, "400", "hears"]
                let peer = try PythonProgram(PythonPeer.consumer, arguments)
                await log.greeting(of: "python")
                peer.pause()
                let ledger = Ledger()
                try await following(try await ledger.subscription(to: bound, on: thread)) {
                    for turn in 1...7 {
                        await log.commit(50)
                        #expect(await ledger.entries(atLeast: 50 + turn * 50).count == 50 + turn * 50)
                    }
                }
                #expect(await log.acknowledged["python"] == nil)
                peer.goOn()
                #expect(await peer.line() == "applied 400 all")
                #expect(await log.acknowledged["python"] == FeedOffset(400))
            }
        }
    }
}
