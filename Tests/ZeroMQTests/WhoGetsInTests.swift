import Foundation
import Testing

@testable import ZeroMQ

/// Shows which server configurations of libzmq let in a client that no list knows, and that the module has only such
/// as do not.
@Suite("A client that nobody knows", .timeLimit(.minutes(1)))
struct WhoGetsInTests {
    /// Sets up a server with the library's own options, some of which the module never offers.
    struct Setup: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var hasCurve = true
        var hasDomain = false
        var isEnforced = false
        var hasHandler = false
        var hasCurveClient = true
        let getsIn: Bool
    }

    static let setups = [
        Setup(testDescription: "CURVE alone", getsIn: true),
        Setup(testDescription: "CURVE and a domain", hasDomain: true, getsIn: true),
        Setup(testDescription: "CURVE and an enforced domain that is not set", isEnforced: true, getsIn: true),
        Setup(
            testDescription: "CURVE, an enforced domain that is not set, and a handler that denies",
            isEnforced: true,
            hasHandler: true,
            getsIn: true
        ),
        Setup(testDescription: "CURVE and an enforced domain", hasDomain: true, isEnforced: true, getsIn: false),
        Setup(
            testDescription: "CURVE, a domain and a handler that denies",
            hasDomain: true,
            hasHandler: true,
            getsIn: false
        ),
        Setup(testDescription: "CURVE and a handler that denies", hasHandler: true, getsIn: false),
        Setup(testDescription: "CURVE, for a client without", hasCurveClient: false, getsIn: false),
        Setup(
            testDescription: "no CURVE, but a handler that denies",
            hasCurve: false,
            hasHandler: true,
            hasCurveClient: false,
            getsIn: true
        ),
        Setup(
            testDescription: "no CURVE, but a domain and a handler that denies",
            hasCurve: false,
            hasDomain: true,
            hasHandler: true,
            hasCurveClient: false,
            getsIn: false
        ),
    ]

    @Test("gets in or not, as the library's options go", arguments: setups)
    func library(setup: Setup) async throws {
        try await withIOThread { ioThread, _ in
            let log = DecisionLog()
            if setup.hasHandler { try await Authenticator.start(on: ioThread) { log.add($0) } }
            let keys = try CurveKeyPair()
            let server = try await Station.open(ioThread, .router)
            if setup.hasCurve { try await server.setRawCurveServer(keys) }
            if setup.hasDomain { try await server.set(.zapDomain, to: .init(text: "feed/police")) }
            if setup.isEnforced { try await server.set(.enforceDomain, to: 1) }
            let endpoint = try await server.bind(LocalEndpoint("tcp://127.0.0.1:*"))
            let client = try await Station.open(ioThread, .dealer)
            if setup.hasCurveClient { try await client.setRawCurveClient(CurveKeyPair(), of: keys.publicKey) }
            try await client.monitor()
            try await client.connect(endpoint)
            let verdict = await client.verdict()
            #expect((verdict == .ready) == setup.getsIn, "\(verdict.debugDescription)")
            if setup.getsIn {
                try await client.sendWhenConnected([.init(text: "a stranger's")])
                #expect(await server.received(atLeast: 1).last?.last == .init(text: "a stranger's"))
                #expect(log.decisions.isEmpty, "the handler was not even asked")
            } else {
                #expect(try await client.send([[1]]) == .wouldBlock)
                #expect(await server.received.isEmpty)
                #expect(log.decisions.map(\.user) == (setup.hasHandler ? [nil] : []))
            }
        }
    }

    @Test("is denied by every socket that the module secures", arguments: [SocketKind.router, .xpub], Wire.allCases)
    func module(kind: SocketKind, wire: Wire) async throws {
        try await SecureFixture.run { fixture in
            let (friend, stranger) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([friend.publicKey: "police"], to: "feed/police")
            let door = try await fixture.door(kind, "feed/police", at: fixture.folder.endpoint(wire).address)
            let peer: SocketKind = kind == .router ? .dealer : .sub
            let outside = try await fixture.caller(peer, at: door.address, with: stranger)
            #expect(await outside.verdict() == .denied(status: 400))
            let inside = try await fixture.caller(peer, at: door.address, with: friend)
            #expect(await inside.verdict() == .ready)
            #expect(fixture.decisions.map(\.user) == [nil, "police"])
            #expect(fixture.decisions.map(\.domain) == ["feed/police", "feed/police"])
            #expect(fixture.decisions.map(\.fingerprint) == [stranger, friend].map(\.publicKey.fingerprint))
            let address = try #require(fixture.decisions.first?.address)
            #expect(wire == .tcp ? address == "127.0.0.1" : address.hasPrefix("localhost:\(getuid()):"))
        }
    }
}
