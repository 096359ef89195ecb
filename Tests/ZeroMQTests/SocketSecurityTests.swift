import Testing

@testable import ZeroMQ

@Suite("A socket's security", .timeLimit(.minutes(1)))
struct SocketSecurityTests {
    /// Names what a socket is used for, first and then again.
    enum Use: CaseIterable {
        case unsecuredServer
        case server
        case otherDomain
        case otherKeys
        case unsecuredPeer
        case peer
        case otherServer

        /// Tells what both sides of the socket may be at once: unsecured is one kind, whichever the direction.
        var security: String {
            switch self {
            case .unsecuredServer, .unsecuredPeer: "unsecured"
            default: "\(self)"
            }
        }
    }

    static let uses = Use.allCases.flatMap { first in Use.allCases.map { (first, $0) } }

    @Test("is fixed by its first use", arguments: uses)
    func fixed(first: Use, second: Use) async throws {
        try await SecureFixture.run { fixture in
            let other = try CurveKeyPair()
            let station = try await Station.open(fixture.ioThread, .dealer)
            func use(_ use: Use) async throws {
                let anywhere = try Address("tcp://127.0.0.1:*")
                let somewhere = try Address("ipc://\(fixture.folder.path)/nobody")
                switch use {
                case .unsecuredServer: try await station.bind(LocalEndpoint(anywhere))
                case .server:
                    try await station.bind(.curve(anywhere, fixture.authenticator.server("a", keys: fixture.keys)))
                case .otherDomain:
                    try await station.bind(.curve(anywhere, fixture.authenticator.server("b", keys: fixture.keys)))
                case .otherKeys:
                    try await station.bind(.curve(anywhere, fixture.authenticator.server("a", keys: other)))
                case .unsecuredPeer: try await station.connect(LocalEndpoint(somewhere))
                case .peer:
                    let peer = CurvePeer(serverKey: fixture.keys.publicKey, keys: other)
                    try await station.connect(.curve(somewhere, peer))
                case .otherServer:
                    let peer = CurvePeer(serverKey: other.publicKey, keys: other)
                    try await station.connect(.curve(somewhere, peer))
                }
            }
            try await use(first)
            if first.security == second.security {
                try await use(second)
            } else {
                let error = await #expect(throws: ZeroMQError.self) { try await use(second) }
                #expect(error?.code == .securityFixed)
            }
        }
    }

    @Test("cannot be had within the process, where the library makes no handshake")
    func inproc() async throws {
        try await SecureFixture.run { fixture in
            let inside = try Address("inproc://feed")
            let server = try await Station.open(fixture.ioThread, .router)
            let client = try await Station.open(fixture.ioThread, .dealer)
            let codes = await [
                #expect(throws: ZeroMQError.self) {
                    try await server.bind(.curve(inside, fixture.authenticator.server("a", keys: fixture.keys)))
                },
                #expect(throws: ZeroMQError.self) {
                    let peer = CurvePeer(serverKey: fixture.keys.publicKey, keys: fixture.keys)
                    try await client.connect(.curve(inside, peer))
                },
            ]
            #expect(codes.map { $0?.code } == [.cannotSecure, .cannotSecure])
        }
    }

    @Test("needs the authenticator of the socket's own thread")
    func elsewhere() async throws {
        try await SecureFixture.run { fixture in
            try await withIOThread { other, _ in
                let server = try await Station.open(other, .router)
                let error = await #expect(throws: ZeroMQError.self) {
                    let secured = fixture.authenticator.server("a", keys: fixture.keys)
                    try await server.bind(.curve(Address("tcp://127.0.0.1:*"), secured))
                }
                #expect(error?.code == .authenticatorElsewhere)
            }
        }
    }

    @Test("is there on every address of the host, and the bound port is told")
    func everyAddress() async throws {
        try await SecureFixture.run { fixture in
            let police = try CurveKeyPair()
            fixture.authenticator.admit([police.publicKey: "police"], to: "feed/police")
            for text in ["tcp://*:*", "tcp://0.0.0.0:0", "tcp://[::1]:*"] {
                let door = try await fixture.door(.router, "feed/police", at: Address(text))
                #expect(!door.address.isWildcard)
                let host = text.hasPrefix("tcp://[") ? "[::1]" : "127.0.0.1"
                let port = try #require(door.address.location.split(separator: ":").last)
                let local = try Address("tcp://\(host):\(port)")
                let client = try await fixture.caller(.dealer, at: local, with: police)
                #expect(await client.verdict() == .ready)
            }
        }
    }

    @Test("an address that cannot be listened on or connected to is refused before the library sees it")
    func wrongWay() async throws {
        try await SecureFixture.run { fixture in
            let server = try await Station.open(fixture.ioThread, .router)
            for text in ["tcp://lo:*", "tcp://example.org:5555"] {
                let error = await #expect(throws: ZeroMQError.self) {
                    let secured = fixture.authenticator.server("a", keys: fixture.keys)
                    try await server.bind(.curve(Address(text), secured))
                }
                #expect(error == ZeroMQError(.addressNotAvailable, .bind, endpoint: text))
            }
            let client = try await Station.open(fixture.ioThread, .dealer)
            let peer = CurvePeer(serverKey: fixture.keys.publicKey, keys: fixture.keys)
            for (text, code) in [("tcp://*:5555", ZeroMQError.Code.hostNeeded), ("tcp://127.0.0.1:*", .portNeeded)] {
                let error = await #expect(throws: ZeroMQError.self) {
                    try await client.connect(.curve(Address(text), peer))
                }
                #expect(error == ZeroMQError(code, .connect, endpoint: text))
            }
        }
    }
}
