import Foundation
import Synchronization
import Testing

@testable import ZeroMQ

@Suite("A messaging thread", .timeLimit(.minutes(1)))
struct IOThreadTests {
    @Test("an actor's work and its handlers run on one thread, which is not the caller's")
    func oneThread() async throws {
        try await withIOThread { ioThread, folder in
            let witness = Witness(ioThread: ioThread)
            let first = await witness.currentThread()
            #expect(first == ioThread.servingThread.load(ordering: .acquiring))
            #expect(SystemCall.currentThread != first)
            #expect(await witness.currentThread() == first)
            #expect(await witness.timerThread() == first)
            let station = try await Station.open(ioThread, .router)
            let client = try await Station.open(ioThread, .dealer)
            try await client.connect(try await station.bind(folder.endpoint(.ipc)))
            try await client.sendWhenConnected([[1]])
            _ = await station.received(atLeast: 1)
            #expect(await station.receivingThreads == [first])
        }
    }

    @Test("signals of the process do not reach the thread, and signals of a fault do")
    func signals() async throws {
        try await withIOThread { ioThread, _ in
            let thread = await Witness(ioThread: ioThread).currentThread()
            let status = try String(contentsOfFile: "/proc/self/task/\(thread)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") })
            let mask = try #require(line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) })
            for signal in [SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD] {
                #expect(mask & 1 << UInt64(signal - 1) != 0, "signal \(signal)")
            }
            for signal in [SIGSEGV, SIGILL, SIGTRAP] {
                #expect(mask & 1 << UInt64(signal - 1) == 0, "signal \(signal)")
            }
        }
    }

    @Test("posted closures and actor calls of many tasks all run")
    func burst() async throws {
        try await withIOThread { ioThread, _ in
            let witness = Witness(ioThread: ioThread)
            await withTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        for _ in 0..<100 { await witness.count() }
                    }
                }
            }
            #expect(await witness.total == 5000)
        }
    }

    @Test("timers run in the order of their deadlines, and a cancelled one does not run")
    func timers() async throws {
        try await withIOThread { ioThread, _ in
            let fired = await Witness(ioThread: ioThread).timerOrder()
            #expect(fired == ["first", "second", "third"])
        }
    }

    @Test("the shutdown returns with open, connected and receiving sockets, twice", arguments: Wire.allCases)
    func shutDown(wire: Wire) async throws {
        let folder = try SocketFolder()
        let ioThread = try IOThread()
        let server = try await Station.open(ioThread, .router)
        let endpoint = try await server.bind(folder.endpoint(wire))
        let client = try await Station.open(ioThread, .dealer)
        try await client.connect(endpoint)
        let lonely = try await Station.open(ioThread, .dealer)
        try await lonely.connect(LocalEndpoint("ipc://\(folder.path)/nobody"))
        let queued = try await Station.open(ioThread, .pair)
        try await queued.connect(LocalEndpoint("tcp://127.0.0.1:9"))
        _ = try await queued.sendBatch((0..<100).map { _ in Frames([.init(repeating: 0, count: 60_000)]) })
        try await client.sendWhenConnected([[1]])
        async let flood: Void = {
            while (try? await client.send([.init(repeating: 1, count: 1000)])) != nil {}
        }()
        _ = await server.received(atLeast: 10)
        async let other: Void = ioThread.shutDown()
        await ioThread.shutDown()
        await other
        await flood
        await ioThread.shutDown()
        for station in [server, client, lonely, queued] {
            #expect(await station.closeReasons == [.terminated])
        }
    }

    @Test("an actor on the thread can shut it down and goes on without sockets")
    func shutDownFromInside() async throws {
        let ioThread = try IOThread()
        let code = await Witness(ioThread: ioThread).shutDownAndOpen()
        #expect(code == .terminated)
        let late = Witness(ioThread: ioThread)
        await withTaskGroup { group in
            for _ in 0..<20 { group.addTask { await late.count() } }
        }
        #expect(await late.total == 20)
    }

    @Test("a socket says that its thread is gone, or that it was closed")
    func endedSocket() async throws {
        let folder = try SocketFolder()
        let ioThread = try IOThread()
        let closed = try await Station.open(ioThread, .dealer)
        let endpoint = try folder.endpoint(.ipc)
        try await closed.connect(endpoint)
        try await closed.close()
        let refusal = await #expect(throws: ZeroMQError.self) { try await closed.send([[1]]) }
        #expect(refusal == ZeroMQError(.closed, .send, endpoint: endpoint.description))
        let open = try await Station.open(ioThread, .dealer)
        await ioThread.shutDown()
        let error = await #expect(throws: ZeroMQError.self) { try await open.send([[1]]) }
        #expect(error?.code == .terminated)
        #expect(await closed.closeReasons == [.closed])
    }

    @Test("a socket made outside the thread stops the process")
    func strangerMakesSocket() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let ioThread = try IOThread()
            _ = try ioThread.makeSocket(.dealer)
        }
        #expect(result?.saysWrongThread == true)
    }

    @Test("a socket used outside the thread stops the process")
    func strangerUsesSocket() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let ioThread = try IOThread()
            let smuggler = Smuggler(ioThread: ioThread)
            try await smuggler.open()
            try smuggler.send()
        }
        #expect(result?.saysWrongThread == true)
    }
}

extension ExitTest.Result {
    /// Tells whether the process stopped for the reason under test, not for an error on the way.
    fileprivate var saysWrongThread: Bool {
        String(decoding: standardErrorContent, as: UTF8.self).contains("outside the messaging thread")
    }
}

/// Observes from inside the thread.
private actor Witness {
    let ioThread: IOThread
    private(set) var total = 0
    private var fired: [String] = []
    nonisolated var unownedExecutor: UnownedSerialExecutor { ioThread.asUnownedSerialExecutor() }

    init(ioThread: IOThread) { self.ioThread = ioThread }

    func currentThread() -> Int32 { SystemCall.currentThread }

    func count() { total += 1 }

    func timerThread() async -> Int32 {
        await withCheckedContinuation { continuation in
            ioThread.schedule(after: .zero) { continuation.resume(returning: SystemCall.currentThread) }
        }
    }

    func timerOrder() async -> [String] {
        fired = []
        await withCheckedContinuation { continuation in
            ioThread.schedule(after: .milliseconds(12)) {
                self.fired.append("third")
                continuation.resume()
            }
            let cancelled = ioThread.schedule(after: .milliseconds(6)) { self.fired.append("cancelled") }
            ioThread.schedule(after: .milliseconds(3)) {
                self.fired.append("second")
                self.ioThread.cancel(cancelled)
            }
            ioThread.schedule(after: .milliseconds(3)) {}
            ioThread.schedule(after: .zero) { self.fired.append("first") }
        }
        return fired
    }

    func shutDownAndOpen() async -> ZeroMQError.Code? {
        await ioThread.shutDown()
        do throws(ZeroMQError) {
            _ = try ioThread.makeSocket(.dealer)
            return nil
        } catch {
            return error.code
        }
    }
}

/// Hands a socket to whoever asks: not sound on purpose, so that the test can see the process stopped.
private final class Smuggler: Sendable {
    let ioThread: IOThread
    nonisolated(unsafe) private var socket: Socket?

    init(ioThread: IOThread) { self.ioThread = ioThread }

    func open() async throws {
        await withCheckedContinuation { continuation in
            ioThread.post {
                self.socket = try? self.ioThread.makeSocket(.dealer)
                continuation.resume()
            }
        }
    }

    func send() throws {
        let socket = try #require(socket)
        _ = try socket.send([[1]])
    }
}
