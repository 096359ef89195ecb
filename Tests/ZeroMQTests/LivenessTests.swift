import TestSupport
import Testing

@testable import ZeroMQ

@Suite("A peer in another process", .enabled(if: PythonProgram.hasZeroMQ), .timeLimit(.minutes(1)))
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
                let texts = [fixture.keys.publicKey.description, keys.publicKey.description, keys.secretText]
                return try PythonProgram(StoppingPeer.script, [address.description] + texts)
            }
            let hellos = await door.received(atLeast: 2)
            #expect(hellos.map(\.last) == [.init(text: "hello"), .init(text: "hello")])
            let lively = try #require(hellos.first { $0.sender == "fire" }?.first)
            let stopping = try #require(hellos.first { $0.sender == "police" }?.first)
            #expect(try await door.send([stopping, .init(text: "stop")]) == .sent)
            #expect(await door.event(.disconnected) != nil)
            #expect(try await door.send([lively, .init(text: "still there?")]) == .sent)
            let answer = await door.received(atLeast: 3).last
            #expect(answer == Frames([lively, .init(text: "still there?")], sender: "fire"))
            withExtendedLifetime(peers) {}
        }
    }
}
