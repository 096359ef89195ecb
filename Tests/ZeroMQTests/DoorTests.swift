import Testing

@testable import ZeroMQ

@Suite("A door with CURVE", .timeLimit(.minutes(1)))
struct DoorTests {
    @Test("who is denied is never tried again by the library, and gets in with a new socket once known")
    func denial() async throws {
        try await SecureFixture.run { fixture in
            let (police, other) = try (CurveKeyPair(), CurveKeyPair())
            let door = try await fixture.door(.router, "feed/police")
            try await door.station.echo()
            let denied = try await fixture.caller(.dealer, at: door.address, with: police) {
                $0.reconnectInterval = .milliseconds(1)
            }
            #expect(await denied.verdict() == .denied(status: 400))
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            // Each of these comes in turn, and takes longer than the denied one would wait before another try.
            for _ in 0..<20 {
                let stranger = try await fixture.caller(.dealer, at: door.address, with: other)
                #expect(await stranger.verdict() == .denied(status: 400))
                try await stranger.close()
            }
            #expect(fixture.decisions.count { $0.fingerprint == police.publicKey.fingerprint } == 1)
            #expect(try await denied.send([[1]]) == .wouldBlock)
            let fresh = try await fixture.caller(.dealer, at: door.address, with: police)
            try await fresh.sendWhenConnected([[2]])
            #expect(await fresh.received(atLeast: 1) == [[[2]]])
            #expect(await door.station.received.map(\.last) == [[2]])
        }
    }

    @Test("a key opens its own domain only")
    func otherDomain() async throws {
        try await SecureFixture.run { fixture in
            let (police, fire) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            fixture.authenticator.admit([fire.publicKey: "fire"], to: "feed/fire")
            let doors = try await [fixture.door(.router, "feed/police"), fixture.door(.router, "feed/fire")]
            for (place, keys) in [police, fire].enumerated() {
                let away = try await fixture.caller(.dealer, at: doors[1 - place].address, with: keys)
                #expect(await away.verdict() == .denied(status: 400))
                let home = try await fixture.caller(.dealer, at: doors[place].address, with: keys)
                #expect(await home.verdict() == .ready)
            }
        }
    }

    @Test("a client does not speak to a server with another key, and keeps trying")
    func wrongServerKey() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(.router, "feed/police")
            let client = try await Station.open(fixture.ioThread, .dealer)
            try await client.monitor()
            let peer = try CurvePeer(serverKey: CurveKeyPair().publicKey, keys: police)
            try await client.connect(.curve(door.address, peer))
            for _ in 0..<2 {
                let verdict = await client.event { kind in
                    switch kind {
                    case .handshakeBroken, .ready, .denied: true
                    default: false
                    }
                }
                guard case .handshakeBroken? = verdict?.kind else {
                    Issue.record("unexpected \(verdict.debugDescription)")
                    return
                }
            }
            #expect(try await client.send([[1]]) == .wouldBlock)
            #expect(fixture.decisions.isEmpty)
        }
    }

    @Test("a client without CURVE hears that it speaks another protocol")
    func nullClient() async throws {
        try await SecureFixture.run { fixture in
            let door = try await fixture.door(.router, "feed/police")
            let client = try await Station.open(fixture.ioThread, .dealer)
            try await client.monitor()
            try await client.connect(LocalEndpoint(door.address))
            guard case .handshakeInvalid? = await client.verdict() else {
                Issue.record("the client got further than the greeting")
                return
            }
            #expect(fixture.decisions.isEmpty)
        }
    }

    @Test("every message and subscription names the user whose key it came with")
    func senders() async throws {
        try await SecureFixture.run { fixture in
            let users = try ["police": CurveKeyPair(), "fire": CurveKeyPair()]
            let list = Dictionary(uniqueKeysWithValues: users.map { ($1.publicKey, $0) })
            for domain in ["feed/all", "live/all"] { fixture.authenticator.admit(list, to: domain) }
            let feed = try await fixture.door(.router, "feed/all")
            let live = try await fixture.door(.xpub, "live/all")
            for (user, keys) in users {
                let dealer = try await fixture.caller(.dealer, at: feed.address, with: keys)
                try await dealer.sendWhenConnected([.init(text: user), [1], [2]])
                let subscriber = try await fixture.caller(.sub, at: live.address, with: keys)
                try await subscriber.subscribe(user)
                #expect(await subscriber.verdict() == .ready)
                try await subscriber.set(.unsubscribe, to: .init(text: user))
            }
            for message in await feed.station.received(atLeast: 2) {
                #expect(message.sender.map([UInt8].init(text:)) == message[1])
            }
            let changes = await live.station.received(atLeast: 4)
            #expect(changes.allSatisfy { $0.sender.map([UInt8].init(text:)) == Array($0[0].dropFirst()) })
            #expect(Set(changes.map { $0[0][0] }) == [0, 1])
        }
    }

    @Test("messages of unsecured sockets, and those that clients receive, name nobody")
    func noSenders() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(.router, "feed/police")
            try await door.station.echo()
            let client = try await fixture.caller(.dealer, at: door.address, with: police)
            try await client.sendWhenConnected([[1]])
            #expect(await client.received(atLeast: 1).map(\.sender) == [nil])
            let open = try await Station.open(fixture.ioThread, .router)
            let neighbour = try await Station.open(fixture.ioThread, .dealer)
            try await neighbour.connect(open.bind(fixture.folder.endpoint(.ipc)))
            try await neighbour.sendWhenConnected([[1]])
            #expect(await open.received(atLeast: 1).map(\.sender) == [nil])
        }
    }

    @Test("two thousand topics of one subscriber arrive")
    func manyTopics() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "live/police")
            let door = try await fixture.door(.xpub, "live/police")
            let subscriber = try await fixture.caller(.sub, at: door.address, with: police)
            for number in 0..<2000 { try await subscriber.subscribe("e/\(number)/") }
            let changes = await door.station.received(atLeast: 2000)
            #expect(Set(changes.compactMap(SubscriptionChange.init)).count == 2000)
            #expect(changes.allSatisfy { $0.sender == "police" })
        }
    }

    @Test("frames up to the limit pass, whatever the encryption adds", arguments: [0, 65_000, 65_536])
    func largestFrame(size: Int) async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(.router, "feed/police")
            try await door.station.echo()
            let client = try await fixture.caller(.dealer, at: door.address, with: police)
            let frame = [UInt8](repeating: 7, count: size)
            try await client.sendWhenConnected([frame])
            #expect(await client.received(atLeast: 1) == [[frame]])
        }
    }

    @Test("a frame of one byte more than the limit ends its connection and arrives nowhere")
    func oversized() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(.router, "feed/police")
            let client = try await fixture.caller(.dealer, at: door.address, with: police) {
                $0.outboundFrameLimit = .max
            }
            try await client.sendWhenConnected([.init(repeating: 7, count: 65_537)])
            #expect(await client.event(.disconnected) != nil)
            #expect(await client.event(.ready) != nil, "the library tries again")
            try await client.sendWhenConnected([[1]])
            #expect(await door.station.received(atLeast: 1).map(\.last) == [[1]])
        }
    }

    @Test("the thread shuts down with a denied peer, its monitor and its door open")
    func shutDown() async throws {
        let ioThread = try IOThread()
        let authenticator = try await Authenticator.start(on: ioThread) { _ in }
        let keys = try CurveKeyPair()
        let door = try await Station.open(ioThread, .router)
        try await door.monitor()
        let server = authenticator.server("feed/police", keys: keys)
        let address = try await door.bind(.curve(Address("tcp://127.0.0.1:*"), server))
        let denied = try await Station.open(ioThread, .dealer)
        try await denied.monitor()
        try await denied.connect(.curve(address, CurvePeer(serverKey: keys.publicKey, keys: CurveKeyPair())))
        #expect(await denied.verdict() == .denied(status: 400))
        await ioThread.shutDown()
        #expect(await denied.closeReasons == [.terminated])
        #expect(await door.closeReasons == [.terminated])
    }
}
