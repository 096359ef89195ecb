import Testing

@testable import ZeroMQ

@Suite("A socket", .timeLimit(.minutes(1)))
struct SocketTests {
    @Test("a request reaches a router and its echo comes back", arguments: Wire.allCases)
    func echo(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let server = try await Station.open(ioThread, .router)
            try await server.echo()
            let client = try await Station.open(ioThread, .dealer)
            try await client.connect(try await server.bind(folder.endpoint(wire)))
            let request: Frames = [.init(text: "PING"), [], [UInt8](repeating: 7, count: 60_000)]
            try await client.sendWhenConnected(request)
            #expect(await client.received(atLeast: 1) == [request])
            let seen = await server.received
            #expect(seen.map { Frames(Array($0.dropFirst())) } == [request])
        }
    }

    @Test("nothing published after the subscription echo is missed", arguments: Wire.allCases)
    func subscriptionBarrier(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let publisher = try await Station.open(ioThread, .xpub)
            try await publisher.echoSubscriptions()
            let endpoint = try await publisher.bind(folder.endpoint(wire))
            // They stay and ask for the same echo: only a verbose publisher sees the second one ask.
            var subscribers: [Station] = []
            for round in 0..<20 {
                let subscriber = try await Station.open(ioThread, .sub)
                try await subscriber.subscribe("e/")
                try await subscriber.connect(endpoint)
                try await subscriber.subscribe("!sync")
                #expect(await subscriber.received(atLeast: 1) == [[.init(text: "!sync")]])
                await subscriber.forgetReceived()
                let other = try await publisher.send([.init(text: "x/other")])
                let event = try await publisher.send([.init(text: "e/registry/"), .init(number: round)])
                #expect(other == .sent && event == .sent)
                #expect(await subscriber.received(atLeast: 1) == [[.init(text: "e/registry/"), .init(number: round)]])
                subscribers.append(subscriber)
            }
        }
    }

    @Test("ten thousand messages sent in batches arrive complete and in order", arguments: Wire.allCases)
    func order(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let server = try await Station.open(ioThread, .router) { $0.receiveHighWater = 20_000 }
            let client = try await Station.open(ioThread, .dealer) { $0.sendHighWater = 20_000 }
            try await client.connect(try await server.bind(folder.endpoint(wire)))
            try await client.sendWhenConnected([.init(number: 0)])
            for start in stride(from: 1, to: 10_000, by: 500) {
                let batch = (start..<min(start + 500, 10_000)).map { Frames([.init(number: $0)]) }
                #expect(try await client.sendBatch(batch).isComplete)
            }
            let received = await server.received(atLeast: 10_000)
            #expect(received.map { $0.last?.number } == Array(0..<10_000))
            let sizes = await server.batchSizes
            #expect(sizes.allSatisfy { $0 <= Socket.largestBatch })
        }
    }

    @Test("a dealer without a server says that it would block")
    func wouldBlock() async throws {
        try await withIOThread { ioThread, folder in
            let client = try await Station.open(ioThread, .dealer)
            try await client.connect(folder.endpoint(.ipc))
            #expect(try await client.send([[1]]) == .wouldBlock)
            #expect(try await client.sendBatch([[[1]], [[2]]]).refused == [0: .wouldBlock, 1: .wouldBlock])
        }
    }

    @Test("a router refuses an unknown peer and a full one, and still serves the others", arguments: Wire.allCases)
    func refusals(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let small: @Sendable (inout SocketOptions) -> Void = {
                $0.sendHighWater = 10
                $0.receiveHighWater = 10
                $0.sendBufferBytes = 8192
                $0.receiveBufferBytes = 8192
            }
            let server = try await Station.open(ioThread, .router, small)
            let endpoint = try await server.bind(folder.endpoint(wire))
            var peers: [[UInt8]] = []
            var clients: [Station] = []
            for number in 1...2 {
                let client = try await Station.open(ioThread, .dealer, small)
                try await client.connect(endpoint)
                try await client.sendWhenConnected([.init(number: number)])
                peers.append(try #require(await server.received(atLeast: number).last?.first))
                clients.append(client)
            }
            try await clients[0].setReading(false)
            let full = peers[0]
            let flood = (0..<3000).map { _ in Frames([full, .init(repeating: 0, count: 1000)]) }
            let others: [Frames] = [[.init(text: "nobody"), [1]], [peers[1], .init(text: "served")]]
            let result = try await server.sendBatch(flood + others)
            #expect(result.refused[3000] == .unreachable)
            let blocked = result.refused.filter { $0.value == .wouldBlock }.keys.sorted()
            // Once refused, nothing later goes to that peer, so what it gets has no hole.
            #expect(blocked == Array(3000 - blocked.count..<3000))
            #expect(!blocked.isEmpty)
            #expect(result.sentCount + result.refused.count == flood.count + 2)
            #expect(await clients[1].received(atLeast: 1) == [[.init(text: "served")]])
        }
    }

    @Test("pausing makes the sender stop at a bound, and resuming loses nothing", arguments: Wire.allCases)
    func backPressure(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            // Without heartbeats: one that is not read would end the connection on a busy machine, and what it holds.
            let sink = try await Station.open(ioThread, .dealer) {
                $0.receiveHighWater = 10
                $0.receiveBufferBytes = 8192
                $0.heartbeatInterval = .zero
            }
            let source = try await Station.open(ioThread, .dealer) {
                $0.sendHighWater = 10
                $0.sendBufferBytes = 8192
                $0.heartbeatInterval = .zero
            }
            try await sink.setReading(false)
            try await source.connect(try await sink.bind(folder.endpoint(wire)))
            try await source.sendWhenConnected([.init(number: 0)])
            let padding = [UInt8](repeating: 0, count: 1000)
            let sent = try await source.sendUntilFull { [.init(number: $0 + 1), padding] }
            #expect(sent < 2000)
            #expect(await sink.received.isEmpty)
            try await sink.setReading(true)
            let received = await sink.received(atLeast: sent + 1)
            #expect(received.map { $0.first?.number } == Array(0...sent))
        }
    }

    @Test("a peer that sends too large a frame is cut off, the others are not", arguments: Wire.allCases)
    func oversized(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let server = try await Station.open(ioThread, .router)
            try await server.echo()
            let endpoint = try await server.bind(folder.endpoint(wire))
            let rude = try await Station.open(ioThread, .dealer) { $0.outboundFrameLimit = .max }
            let polite = try await Station.open(ioThread, .dealer)
            for client in [rude, polite] {
                try await client.connect(endpoint)
                try await client.sendWhenConnected([.init(text: "first")])
                _ = await client.received(atLeast: 1)
            }
            #expect(try await rude.send([.init(repeating: 1, count: 65_537)]) == .sent)
            // Only what goes over the next connection is answered; what the cut one still held is lost.
            while await rude.received.count < 2 { try await rude.sendWhenConnected([.init(text: "again")]) }
            #expect(try await polite.send([.init(text: "again")]) == .sent)
            _ = await polite.received(atLeast: 2)
            let seen = await server.received
            #expect(seen.allSatisfy { $0.byteCount < 65_537 })
            let firstIDs = seen.filter { $0.last == .init(text: "first") }.compactMap(\.first)
            let lastIDs = seen.filter { $0.last == .init(text: "again") }.compactMap(\.first)
            #expect(lastIDs.contains(firstIDs[1]), "the polite peer kept its connection")
            #expect(!lastIDs.contains(firstIDs[0]), "the rude peer lost its connection")
        }
    }

    @Test("a frame that the other side would not accept is refused before it is sent")
    func outboundLimit() async throws {
        try await withIOThread { ioThread, folder in
            let client = try await Station.open(ioThread, .dealer)
            let endpoint = try folder.endpoint(.ipc)
            try await client.connect(endpoint)
            let error = await #expect(throws: ZeroMQError.self) {
                try await client.send([.init(repeating: 0, count: 65_537)])
            }
            #expect(error?.code == .tooLarge(bytes: 65_537, limit: 65_536))
            #expect(error?.description.contains(endpoint.description) == true)
        }
    }

    @Test("the options that bound time and memory are read back from the library", arguments: SocketKind.allCases)
    func options(kind: SocketKind) async throws {
        try await withIOThread { ioThread, _ in
            let values = try await OptionReader(ioThread: ioThread).values(of: kind)
            let options = SocketOptions(for: kind)
            #expect(values.linger == 0)
            #expect(values.handshake == 5000)
            #expect(values.heartbeat == [kind == .dealer ? 2000 : 0, 6000, 6000])
            #expect(values.sendHighWater == (kind == .sub ? 0 : options.sendHighWater))
            #expect(values.receiveHighWater == options.receiveHighWater)
            #expect(values.largestFrame == Int64(options.inboundFrameLimit))
        }
    }
}
