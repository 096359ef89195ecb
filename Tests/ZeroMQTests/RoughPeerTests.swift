import Foundation
import Testing

@testable import ZeroMQ

@Suite("A peer that does not keep to the protocol", .timeLimit(.minutes(1)))
struct RoughPeerTests {
    @Test("hears what is published without security: it can speak the protocol")
    func control() async throws {
        try await withIOThread { ioThread, folder in
            let publisher = try await Station.open(ioThread, .xpub)
            let address = try await publisher.bind(folder.endpoint(.tcp)).address
            let raw = try RawPeer(address)
            await raw.shakeHands(as: "SUB")
            await raw.say(RawPeer.subscription([]))
            #expect(await publisher.received(atLeast: 1) == [[[1]]])
            #expect(try await publisher.send([.init(text: "secret")]) == .sent)
            var start = await raw.hear(2)
            // On a busy machine a heartbeat may come first: a command, with its length in the second byte.
            while start.count == 2, start[0] & 4 != 0 {
                _ = await raw.hear(Int(start[1]))
                start = await raw.hear(2)
            }
            #expect(start == [0, 6])
            #expect(await raw.hear(6) == Array("secret".utf8))
        }
    }

    @Test("sends a message of thousands of parts, and the first sixteen are kept")
    func manyParts() async throws {
        try await withIOThread { ioThread, folder in
            let server = try await Station.open(ioThread, .router)
            let endpoint = try await server.bind(folder.endpoint(.tcp))
            let peer = try await Station.open(ioThread, .dealer)
            try await peer.connect(endpoint)
            let parts = (1...5000).map { [UInt8](text: "\($0)") }
            #expect(try await peer.send(Frames(parts)) == .sent)
            #expect(try await peer.send([.init(text: "after it")]) == .sent)
            let received = await server.received(atLeast: 2)
            #expect(received[0].count == 16)
            #expect(Array(received[0].dropFirst()) == Array(parts.prefix(15)))
            #expect(received[1].last == .init(text: "after it"))
        }
    }

    @Test("fills the queue of a socket that never pings: the library's pings would stop the process when it leaves")
    func pings() {
        #expect(SocketOptions(for: .dealer).heartbeatInterval == .seconds(2))
        for kind in [SocketKind.router, .xpub, .sub] {
            #expect(SocketOptions(for: kind).heartbeatInterval == .zero, "\(kind)")
        }
    }

    @Test("gets nothing but a greeting from a CURVE publisher", arguments: ["NULL", "CURVE", "PLAIN", "GSSAPI", ""])
    func publisher(mechanism: String) async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "live/police")
            let door = try await fixture.door(.xpub, "live/police") { $0.handshakeLimit = .seconds(1) }
            let friend = try await fixture.caller(.sub, at: door.address, with: police)
            try await friend.subscribe("")
            _ = await door.station.received(atLeast: 1)
            let raw = try RawPeer(door.address)
            await raw.say(RawPeer.greeting(mechanism) + RawPeer.ready("SUB") + RawPeer.subscription([]))
            async let heard = raw.hear()
            for number in 1...100 {
                #expect(try await door.station.send([.init(text: "secret \(number)")]) == .sent)
                _ = await friend.received(atLeast: number)
            }
            // Only when the server has ended the connection is all heard.
            let all = await heard
            #expect(all.count <= 64)
            #expect(!all.contains("secret"))
            #expect(await door.station.received.map(\.sender) == ["police"])
        }
    }

    @Test("gets nothing but a greeting from a CURVE server", arguments: ["NULL", "CURVE"])
    func server(mechanism: String) async throws {
        try await SecureFixture.run { fixture in
            let door = try await fixture.door(.router, "feed/police") { $0.handshakeLimit = .seconds(1) }
            try await door.station.echo()
            let raw = try RawPeer(door.address)
            await raw.say(
                RawPeer.greeting(mechanism) + RawPeer.ready("DEALER") + RawPeer.frame(.init(text: "question"))
            )
            let heard = await raw.hear()
            #expect(heard.count <= 64)
            #expect(await door.station.received.isEmpty)
        }
    }

    @Test("is cut off for a subscription above the limit, while others are served")
    func hugeSubscription() async throws {
        try await withIOThread { ioThread, folder in
            let publisher = try await Station.open(ioThread, .xpub)
            let endpoint = try await publisher.bind(folder.endpoint(.tcp))
            let polite = try await Station.open(ioThread, .sub)
            try await polite.subscribe("e/")
            try await polite.connect(endpoint)
            _ = await publisher.received(atLeast: 1)
            let large = [UInt8](repeating: 0x61, count: 65_535)
            let raw = try RawPeer(endpoint.address)
            await raw.shakeHands(as: "SUB")
            await raw.say(RawPeer.subscription(large))
            #expect(await publisher.received(atLeast: 2).last?.byteCount == 65_536, "the largest that is taken")
            let huge = try RawPeer(endpoint.address)
            let topic = [UInt8](repeating: 0x61, count: 1 << 20)
            await huge.shakeHands(as: "SUB")
            await huge.say(RawPeer.subscription(topic))
            #expect(await huge.hear().isEmpty, "the end of the connection")
            #expect(try await publisher.send([.init(text: "e/1")]) == .sent)
            #expect(await polite.received(atLeast: 1) == [[.init(text: "e/1")]])
            #expect(await publisher.received.allSatisfy { $0.byteCount <= 65_536 })
        }
    }

    @Test("with garbage instead of a greeting stops nobody else", arguments: [true, false])
    func garbage(isSecured: Bool) async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let server = try await Station.open(fixture.ioThread, .router)
            try await server.echo()
            let client = try await Station.open(fixture.ioThread, .dealer)
            let address: Address
            if isSecured {
                let secured = fixture.authenticator.server("feed/police", keys: fixture.keys)
                address = try await server.bind(.curve(Address("tcp://127.0.0.1:*"), secured))
                let peer = CurvePeer(serverKey: fixture.keys.publicKey, keys: police)
                try await client.connect(.curve(address, peer))
            } else {
                address = try await server.bind(LocalEndpoint("tcp://127.0.0.1:*")).address
                try await client.connect(LocalEndpoint(address))
            }
            try await client.sendWhenConnected([[0]])
            _ = await client.received(atLeast: 1)
            var random = SeededGenerator(seed: 42)
            for round in 1...150 {
                let raw = try RawPeer(address)
                await raw.say(Self.rubbish(round, isSecured ? "CURVE" : "NULL", &random))
                guard round.isMultiple(of: 50) else { continue }
                #expect(try await client.send([[UInt8(round)]]) == .sent)
                #expect(await client.received(atLeast: round / 50 + 1).last == [[UInt8(round)]])
            }
            if isSecured { #expect(await server.received.allSatisfy { $0.sender == "police" }) }
        }
    }

    /// Makes, in turn, random bytes, a greeting with random bytes behind it, and a conversation with some bytes changed.
    private static func rubbish(_ round: Int, _ mechanism: String, _ random: inout SeededGenerator) -> [UInt8] {
        let noise = (0..<Int.random(in: 1...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        switch round % 3 {
        case 0: return noise
        case 1: return RawPeer.greeting(mechanism) + noise
        default:
            var bytes = RawPeer.greeting(mechanism) + RawPeer.ready("DEALER") + RawPeer.frame(noise)
            for _ in 0..<5 {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            return bytes
        }
    }

    @Test("that says nothing, or not enough, is dropped after the handshake's limit, while others are served")
    func slowloris() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(.router, "feed/police") { $0.handshakeLimit = .milliseconds(200) }
            try await door.station.echo()
            let idle = try (0..<20).map { _ in try RawPeer(door.address) }
            for (place, raw) in idle.enumerated() { await raw.say(Array(RawPeer.greeting("CURVE").prefix(place * 4))) }
            let client = try await fixture.caller(.dealer, at: door.address, with: police)
            try await client.sendWhenConnected([[1]])
            #expect(await client.received(atLeast: 1) == [[[1]]])
            for raw in idle { #expect(await raw.hear().count <= 64) }
            #expect(try await client.send([[2]]) == .sent)
            #expect(await client.received(atLeast: 2) == [[[1]], [[2]]])
        }
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}

/// Gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
