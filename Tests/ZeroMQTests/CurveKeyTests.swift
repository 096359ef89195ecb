import Testing

@testable import ZeroMQ

@Suite("A CURVE key")
struct CurveKeyTests {
    // The pair that zmq_curve(7) gives as its example.
    static let publicText = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"
    static let start = publicText.dropLast()
    static let secretText = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs"

    @Test("bytes are written as RFC 32 says, and read back")
    func vector() {
        let bytes: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
        #expect(Z85.text(of: bytes) == "HelloWorld")
        #expect(Z85.bytes(of: "HelloWorld") == bytes)
        #expect(Z85.bytes(of: "%nSc0") == [255, 255, 255, 255])
        #expect(Z85.bytes(of: "%nSc1") == nil, "above 32 bits")
    }

    @Test("the public key follows from the secret one")
    func derivation() throws {
        let pair = try #require(CurveKeyPair(secret: Self.secretText))
        #expect(pair.publicKey.description == Self.publicText)
        #expect(pair.secretText == Self.secretText)
        #expect(pair.publicKey == CurvePublicKey(Self.publicText))
        #expect(pair.publicKey.fingerprint == "Yne@$w-vo<")
    }

    @Test("a new pair is another each time and can be read back")
    func generation() throws {
        let pairs = try (0..<10).map { _ in try CurveKeyPair() }
        #expect(Set(pairs.map(\.publicKey)).count == pairs.count)
        for pair in pairs {
            #expect(CurveKeyPair(secret: pair.secretText)?.publicKey == pair.publicKey)
        }
    }

    @Test(
        "anything but 40 characters of Z85 is refused",
        arguments: [
            "", "HelloWorld", "\(start)", "\(publicText)0", "\(publicText)HelloWorld", " \(start)", "\(start)~",
            "\(start)\n", "\(start)\0", "\(start)é", "\(publicText.dropLast(5))%nSc1",
            "########################################",
        ]
    )
    func refuses(text: String) {
        #expect(CurvePublicKey(text) == nil)
        #expect(CurveKeyPair(secret: text) == nil)
    }

    @Test("no description, dump or mirror shows the secret one")
    func secrecy() async throws {
        try await SecureFixture.run { fixture in
            let pair = try #require(CurveKeyPair(secret: Self.secretText))
            let peer = CurvePeer(serverKey: fixture.keys.publicKey, keys: pair)
            let server = fixture.authenticator.server("feed/police", keys: pair)
            let address = try Address("tcp://192.0.2.17:5555")
            let things: [Any] = [
                pair, peer, server, [pair], Optional(pair) as Any, PeerEndpoint.curve(address, peer),
                ServerEndpoint.curve(address, server), SocketSecurity.peer(peer),
            ]
            let bytes = try #require(Z85.bytes(of: Self.secretText)).prefix(4).map(String.init).joined(separator: ", ")
            for thing in things {
                var dumped = ""
                dump(thing, to: &dumped)
                for text in ["\(thing)", String(reflecting: thing), dumped] {
                    #expect(!text.contains(Self.secretText))
                    #expect(!text.contains(bytes))
                }
            }
            #expect("\(pair)" == "key pair of Yne@$w-vo<")
            #expect(PeerEndpoint.curve(address, peer).description == "tcp://192.0.2.17:5555")
            #expect(ServerEndpoint.curve(address, server).notice == "CURVE tcp://192.0.2.17:5555 (feed/police)")
        }
    }
}
