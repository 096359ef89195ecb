import Testing

@testable import ZeroMQ

@Suite("A monitor", .timeLimit(.minutes(1)))
struct MonitoringTests {
    @Test("a client hears of its connection, of the loss of it and of the next one", arguments: Wire.allCases)
    func reconnection(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let first = try await Station.open(ioThread, .router)
            let endpoint = try await first.bind(folder.endpoint(wire))
            let client = try await Station.open(ioThread, .dealer)
            try await client.monitor()
            try await client.connect(endpoint)
            #expect(await client.event(.connected)?.endpoint == endpoint.description)
            #expect(await client.event(.ready)?.endpoint == endpoint.description)
            try await first.close()
            #expect(await client.event(.disconnected) != nil)
            let second = try await Station.open(ioThread, .router)
            try await second.bind(endpoint)
            #expect(await client.event(.ready) != nil)
        }
    }

    @Test("the thread shuts down while a monitored socket tries to connect to nobody")
    func shutDown() async throws {
        let folder = try SocketFolder()
        let ioThread = try IOThread()
        let client = try await Station.open(ioThread, .dealer)
        try await client.monitor()
        try await client.connect(folder.endpoint(.ipc))
        let retrying = await client.event { kind in
            // The library adds up to once the interval at random.
            if case .retrying(let delay) = kind {
                (.milliseconds(100)...(.milliseconds(200))).contains(delay)
            } else {
                false
            }
        }
        #expect(retrying != nil)
        await ioThread.shutDown()
        #expect(await client.closeReasons == [.terminated])
    }

    @Test("a monitored socket closes with its monitor, and its address can be used again")
    func closing() async throws {
        try await withIOThread { ioThread, folder in
            // A path of this test's own: a free port could be another test's a moment later.
            var endpoint = try folder.endpoint(.ipc)
            for _ in 0..<10 {
                let server = try await Station.open(ioThread, .router)
                try await server.monitor()
                endpoint = try await server.bind(endpoint)
                let client = try await Station.open(ioThread, .dealer)
                try await client.connect(endpoint)
                #expect(await server.event(.accepted) != nil)
                try await server.close()
                try await client.close()
            }
            let openCount = await withCheckedContinuation { continuation in
                ioThread.post { continuation.resume(returning: ioThread.loop.socketCount) }
            }
            #expect(openCount == 0, "the monitors' own sockets are closed too")
        }
    }
}
