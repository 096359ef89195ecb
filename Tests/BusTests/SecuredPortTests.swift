import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

@Suite("A door for a partner", .timeLimit(.minutes(1)))
struct SecuredPortTests {
    private func range(_ offsets: ClosedRange<Int64>) -> [Data] { Samples.entries(offsets).map(\.body) }

    /// Back-off that a test can wait for.
    private var quick: ConsumerTiming {
        var timing = ConsumerTiming()
        timing.backOffRange = .milliseconds(20)...(.milliseconds(50))
        return timing
    }

    @Test("gives a denied consumer everything once its key is admitted, after one notice and without a restart")
    func admitted() async throws {
        try await SecuredBus.run { bus in
            let log = MemoryLog()
            await log.commit(10)
            let keys = try CurveKeyPair()
            try await bus.opening("politie", log) { door in
                let ledger = Ledger()
                let subscription = await ledger.subscription(
                    to: bus.source(door, keys),
                    timing: quick,
                    on: bus.thread
                )
                try await following(subscription) {
                    #expect(await ledger.nextNotice()?.contains("does not let in the key of this consumer") == true)
                    #expect(await ledger.entries == [])
                    bus.admit([keys], of: "politie")
                    #expect(await ledger.entries(atLeast: 10).map(\.body) == range(1...10))
                    await log.commit(5)
                    #expect(await ledger.entries(atLeast: 15).map(\.body) == range(1...15))
                }
                // Nothing more was said while it was tried again and again.
                await ledger.endNotices()
                #expect(await ledger.nextNotice() == nil)
            }
        }
    }

    @Test("gives nothing to the partner next door, nor to a key that is admitted nowhere")
    func otherDoor() async throws {
        try await SecuredBus.run { bus in
            let (police, town, nobody) = (try CurveKeyPair(), try CurveKeyPair(), try CurveKeyPair())
            bus.admit([police], of: "politie")
            bus.admit([town], of: "gemeente")
            let log = MemoryLog()
            await log.commit(3)
            try await bus.opening("politie", log) { door in
                for keys in [town, nobody] {
                    let stranger = Ledger()
                    let intruding = await stranger.subscription(
                        to: bus.source(door, keys),
                        timing: quick,
                        on: bus.thread
                    )
                    try await following(intruding) {
                        #expect(await stranger.nextNotice()?.contains("does not let in") == true)
                        let ledger = Ledger()
                        try await following(await ledger.subscription(to: bus.source(door, police), on: bus.thread)) {
                            #expect(await ledger.entries(atLeast: 3).map(\.body) == range(1...3))
                        }
                        #expect(await stranger.entries == [])
                    }
                }
            }
        }
    }

    @Test("answers another than its partner with `denied` even when the handshake let him in, and gives him no data")
    func unexpectedSender() async throws {
        try await SecuredBus.run { bus in
            let (police, town) = (try CurveKeyPair(), try CurveKeyPair())
            bus.authenticator.admit([police.publicKey: "politie", town.publicKey: "gemeente"], to: "feed/politie")
            let log = MemoryLog()
            await log.commit(3)
            try await bus.opening("politie", log) { door in
                let fetch = FeedRequest.fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: .start, waitMs: 0))
                let stranger = RawPeer(bus.thread)
                try await stranger.connect(.dealer, bus.peer(door.feed, town))
                guard case .error(let fault)? = try await stranger.ask(fetch) else { return #expect(Bool(false)) }
                #expect(fault.code == .denied)
                #expect(fault.message.contains("not for gemeente"))
                let partner = RawPeer(bus.thread)
                try await partner.connect(.dealer, bus.peer(door.feed, police))
                guard case .events(let events)? = try await partner.ask(fetch) else { return #expect(Bool(false)) }
                #expect(events.entries == Samples.entries(1...3))
            }
        }
    }

    @Test("ends every connection when it closes, and can be opened again at its address at once")
    func closing() async throws {
        try await SecuredBus.run { bus in
            let keys = try CurveKeyPair()
            bus.admit([keys], of: "politie")
            let log = MemoryLog()
            var door: DoorAddresses?
            let ledger = Ledger()
            try await bus.opening("politie", log) { door = $0 }
            let place = try #require(door)
            let subscription = await ledger.subscription(to: bus.source(place, keys), timing: quick, on: bus.thread)
            try await following(subscription) {
                for turn in Int64(1)...5 {
                    try await bus.opening("politie", log, at: place) { bound in
                        #expect(bound == place)
                        await log.commit(2)
                        #expect(await ledger.entries(atLeast: Int(2 * turn)).map(\.body) == range(1...(2 * turn)))
                    }
                }
                // Whoever was let in before its key was taken away is out after the door was opened anew.
                bus.admit([], of: "politie")
                try await bus.opening("politie", log, at: place) { _ in
                    while let notice = await ledger.nextNotice(), !notice.contains("does not let in") {}
                    await log.commit(2)
                    bus.admit([keys], of: "politie")
                    #expect(await ledger.entries(atLeast: 12).map(\.body) == range(1...12))
                }
            }
        }
    }

    @Test("tells the consumer that expects another publisher's key so, and is followed by those who know it")
    func wrongServerKey() async throws {
        try await SecuredBus.run { bus in
            let (keys, other) = (try CurveKeyPair(), try CurveKeyPair())
            bus.admit([keys], of: "politie")
            try await bus.opening("politie", MemoryLog()) { door in
                let ledger = Ledger()
                let peer = CurvePeer(serverKey: other.publicKey, keys: keys)
                let source = FeedSource(live: .curve(door.live, peer), feed: .curve(door.feed, peer), consumer: "x")
                let subscription = await ledger.subscription(to: source, timing: quick, on: bus.thread)
                try await following(subscription) {
                    #expect(await ledger.nextNotice()?.contains("has another key than the one expected") == true)
                }
            }
        }
    }

    @Test("shows a command port who sends, and tells a client whose key is not let in so at once")
    func commands() async throws {
        try await SecuredBus.run { bus in
            let (known, unknown) = (try CurveKeyPair(), try CurveKeyPair())
            bus.authenticator.admit([known.publicKey: "planning"], to: "svc/test")
            let log = MemoryLog()
            let port = CommandPort(await MemoryService(log), on: bus.thread)
            let address = try await port.open(
                at: .curve(Address("tcp://127.0.0.1:*"), bus.authenticator.server("svc/test", keys: bus.publisher))
            )
            try await withThrowingTaskGroup { group in
                group.addTask { await port.run() }
                let client = ServiceClient(bus.peer(address, known), on: bus.thread)
                _ = try await client.send(Samples.command())
                _ = try await client.ask(Samples.query)
                #expect(await log.senders == ["planning", "planning"])
                let stranger = ServiceClient(bus.peer(address, unknown), on: bus.thread)
                await #expect(throws: BusError.denied(endpoint: address.description)) {
                    try await stranger.ask(Samples.query)
                }
                #expect(await log.askedCount == 2)
                // The same client is heard when its key is admitted later.
                bus.authenticator.admit([unknown.publicKey: "analyse"], to: "svc/test")
                _ = try await stranger.ask(Samples.query)
                #expect(await log.senders.last == "analyse")
                for each in [client, stranger] { await each.close() }
                group.cancelAll()
            }
        }
    }

    @Test("leaves half of a command port's places to others than the busiest sender")
    func commandPlaces() async throws {
        try await SecuredBus.run { bus in
            let (busy, other) = (try CurveKeyPair(), try CurveKeyPair())
            bus.authenticator.admit([busy.publicKey: "busy", other.publicKey: "other"], to: "svc/test")
            let (log, gate) = (MemoryLog(), Gate())
            var limits = PortLimits()
            limits.commands = 4
            let port = CommandPort(await MemoryService(log, gate: gate), limits: limits, on: bus.thread)
            let address = try await port.open(
                at: .curve(Address("tcp://127.0.0.1:*"), bus.authenticator.server("svc/test", keys: bus.publisher))
            )
            try await withThrowingTaskGroup { group in
                group.addTask { await port.run() }
                let client = RawPeer(bus.thread)
                try await client.connect(.dealer, bus.peer(address, busy))
                let slow = try FeedRequest.command(Samples.command(.object(["slow": .bool(true)])))
                for number in UInt8(1)...3 {
                    try await client.send(Envelope(identifier: [number]).frames(of: slow))
                }
                let refused = await client.next()
                #expect(refused[1] == [3])
                guard case .error(let fault)? = FeedReply(frames: refused.dropFirst(2)) else {
                    return #expect(Bool(false))
                }
                #expect(fault.code == .busy)
                let second = RawPeer(bus.thread)
                try await second.connect(.dealer, bus.peer(address, other))
                guard case .reply? = try await second.ask(.query(Samples.query)) else { return #expect(Bool(false)) }
                await gate.open()
                group.cancelAll()
            }
        }
    }

    @Test(
        "is followed by a peer in another language by the contract alone",
        .enabled(if: PythonProgram.hasZeroMQ, "needs /usr/bin/python3 with pyzmq: apt-get install python3-zmq"),
        arguments: ["hears", "deaf"]
    )
    func foreign(_ hearing: String) async throws {
        try await SecuredBus.run { bus in
            let keys = try CurveKeyPair()
            bus.admit([keys], of: "politie")
            let log = MemoryLog()
            await log.commit(250)
            try await bus.opening("politie", log) { door in
                let secrets = [bus.publisher.publicKey.description, keys.publicKey.description, keys.secretText]
                let peer = try PythonProgram(
                    PythonPeer.consumer,
                    [door.live.description, door.feed.description, "400", hearing] + secrets
                )
                await log.greeting(of: "python")
                for _ in 0..<50 { await log.commit(3) }
                let output = await peer.rest()
                #expect(output == "applied 400 all\n")
                #expect(await log.acknowledged["python"] == FeedOffset(400))
            }
        }
    }
}
