import Testing

@testable import ZeroMQ

@Suite("A key that was taken off the list", .timeLimit(.minutes(1)))
struct RevocationTests {
    @Test("loses its connection when the door is closed and bound again, and others come back")
    func revocation() async throws {
        try await SecureFixture.run { fixture in
            let (old, new) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([old.publicKey: "old", new.publicKey: "new"], to: "feed/police")
            let first = try await fixture.door(.router, "feed/police")
            try await first.station.echo()
            let revoked = try await fixture.caller(.dealer, at: first.address, with: old)
            let kept = try await fixture.caller(.dealer, at: first.address, with: new)
            for client in [revoked, kept] {
                try await client.sendWhenConnected([[1]])
                _ = await client.received(atLeast: 1)
                #expect(await client.verdict() == .ready)
            }
            fixture.authenticator.admit([new.publicKey: "new"], to: "feed/police")
            #expect(try await revoked.send([[2]]) == .sent)
            #expect(await revoked.received(atLeast: 2) == [[[1]], [[2]]], "the list alone ends no connection")
            try await first.station.close()
            let second = try await fixture.door(.router, "feed/police", at: first.address)
            try await second.station.echo()
            #expect(await revoked.event(.disconnected) != nil)
            #expect(await revoked.event(.denied(status: 400)) != nil)
            #expect(try await revoked.send([[3]]) == .wouldBlock)
            try await kept.sendWhenConnected([[3]])
            #expect(await kept.received(atLeast: 2) == [[[1]], [[3]]])
            #expect(await second.station.received.map(\.sender) == ["new"])
            #expect(await revoked.received.count == 2)
        }
    }

    @Test("brings its subscriber nothing after the door was bound again")
    func revokedSubscriber() async throws {
        try await SecureFixture.run { fixture in
            let (old, new) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([old.publicKey: "old", new.publicKey: "new"], to: "live/police")
            let first = try await fixture.door(.xpub, "live/police")
            let clients = try await [old, new].asyncMap { keys in
                let client = try await fixture.caller(.sub, at: first.address, with: keys)
                try await client.subscribe("e/")
                return client
            }
            _ = await first.station.received(atLeast: 2)
            #expect(try await first.station.send([.init(text: "e/1")]) == .sent)
            for client in clients { #expect(await client.received(atLeast: 1) == [[.init(text: "e/1")]]) }
            fixture.authenticator.admit([new.publicKey: "new"], to: "live/police")
            try await first.station.close()
            let second = try await fixture.door(.xpub, "live/police", at: first.address)
            #expect(await clients[0].event(.denied(status: 400)) != nil)
            #expect(await second.station.received(atLeast: 1).map(\.sender) == ["new"])
            #expect(try await second.station.send([.init(text: "e/2")]) == .sent)
            #expect(await clients[1].received(atLeast: 2).last == [.init(text: "e/2")])
            #expect(await clients[0].received.count == 1)
            #expect(await second.station.received.map(\.sender) == ["new"])
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { try await values.append(transform(element)) }
        return values
    }
}
