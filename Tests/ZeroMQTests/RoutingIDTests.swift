import Testing

@testable import ZeroMQ

@Suite("A routing id that its owner left", .timeLimit(.minutes(1)))
struct RoutingIDTests {
    static let name = [UInt8](text: "police-1")

    @Test("brings a thief nothing: it is worth something at its owner's door only")
    func separateDoors() async throws {
        try await SecureFixture.run { fixture in
            let (owner, thief) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([owner.publicKey: "police"], to: "feed/police")
            fixture.authenticator.admit([thief.publicKey: "fire"], to: "feed/fire")
            let police = try await fixture.door(.router, "feed/police")
            let fire = try await fixture.door(.router, "feed/fire")
            try await Self.leave(police.station, await Self.join(fixture, police.address, owner))
            let intruder = try await Self.open(fixture, police.address, thief)
            #expect(await intruder.verdict() == .denied(status: 400))
            let neighbour = try await Self.join(fixture, fire.address, thief)
            #expect(await fire.station.received(atLeast: 1) == [Frames([Self.name, [1]], sender: "fire")])
            #expect(try await police.station.send([Self.name, .init(text: "secret")]) == .unreachable)
            #expect(try await fire.station.send([Self.name, .init(text: "own")]) == .sent)
            #expect(await neighbour.received(atLeast: 1) == [[.init(text: "own")]])
            #expect(await intruder.received.isEmpty)
        }
    }

    @Test("would bring a thief the owner's messages at a door that both may use: why doors are not shared")
    func sharedDoor() async throws {
        try await SecureFixture.run { fixture in
            let (owner, thief) = try (CurveKeyPair(), CurveKeyPair())
            fixture.authenticator.admit([owner.publicKey: "police", thief.publicKey: "fire"], to: "feed/all")
            let door = try await fixture.door(.router, "feed/all")
            try await Self.leave(door.station, await Self.join(fixture, door.address, owner))
            let stolen = try await Self.join(fixture, door.address, thief)
            #expect(await door.station.received(atLeast: 2).map(\.sender) == ["police", "fire"])
            #expect(try await door.station.send([Self.name, .init(text: "secret")]) == .sent)
            #expect(await stolen.received(atLeast: 1) == [[.init(text: "secret")]])
        }
    }

    /// Opens a client that claims the name, and connects it.
    private static func open(_ fixture: SecureFixture, _ door: Address, _ keys: CurveKeyPair) async throws -> Station {
        let client = try await Station.open(fixture.ioThread, .dealer)
        try await client.set(.routingID, to: name)
        try await client.monitor()
        try await client.connect(.curve(door, CurvePeer(serverKey: fixture.keys.publicKey, keys: keys)))
        return client
    }

    /// Opens a client that claims the name, and lets it say one word.
    private static func join(_ fixture: SecureFixture, _ door: Address, _ keys: CurveKeyPair) async throws -> Station {
        let client = try await open(fixture, door, keys)
        try await client.sendWhenConnected([[1]])
        return client
    }

    /// Closes a client and waits until its door has noticed.
    private static func leave(_ door: Station, _ client: Station) async throws {
        _ = await door.received(atLeast: 1)
        try await client.close()
        while try await door.send([name, .init(text: "still there?")]) != .unreachable { await Task.yield() }
    }
}
