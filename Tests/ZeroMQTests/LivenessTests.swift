import Foundation
import Testing

@testable import ZeroMQ

@Suite("A peer in another process", .enabled(if: PythonPeer.isAvailable), .timeLimit(.minutes(1)))
struct LivenessTests {
    @Test("that stops without a word is reported as gone, and another one keeps its connection")
    func stopped() async throws {
        try await SecureFixture.run { fixture in
            let users = try ["police": CurveKeyPair(), "fire": CurveKeyPair()]
            let list = Dictionary(uniqueKeysWithValues: users.map { ($1.publicKey, $0) })
            fixture.authenticator.admit(list, to: "feed/all")
            let door = try await Station.open(fixture.ioThread, .router)
            try await door.monitor()
            let server = fixture.authenticator.server("feed/all", keys: fixture.keys)
            let address = try await door.bind(.curve(Address("tcp://127.0.0.1:*"), server))
            let peers = try users.mapValues { keys in
                try PythonPeer(connectingTo: address, serverKey: fixture.keys.publicKey, keys: keys)
            }
            let hellos = await door.received(atLeast: 2)
            #expect(hellos.map(\.last) == [.init(text: "hello"), .init(text: "hello")])
            let lively = try #require(hellos.first { $0.sender == "fire" }?.first)
            try #require(peers["police"]).signal(SIGSTOP)
            #expect(await door.event(.disconnected) != nil)
            #expect(try await door.send([lively, .init(text: "still there?")]) == .sent)
            let answer = await door.received(atLeast: 3).last
            #expect(answer == Frames([lively, .init(text: "still there?")], sender: "fire"))
            withExtendedLifetime(peers) {}
        }
    }
}
