import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

@Suite("A service port", .timeLimit(.minutes(1)))
struct ServicePortTests {
    @Test("answers a barrier on its own topic, after which nothing is missed", arguments: Wire.allCases)
    func barrier(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: wire.addresses(folder), on: thread) { bound in
                for turn in Int64(1)...20 {
                    let subscriber = RawPeer(thread)
                    try await subscriber.connect(.sub, bound.live)
                    try await subscriber.subscribe("e/")
                    try await subscriber.subscribe("!sync/\(turn)")
                    let echo = try #require(LiveMessage(frames: await subscriber.next()))
                    #expect(echo.topic == "!sync/\(turn)")
                    #expect(echo.header.kind == .sync)
                    #expect(echo.header.epoch == Samples.epoch)
                    await log.commit(1)
                    let live = try #require(LiveMessage(frames: await subscriber.next()))
                    #expect(live.entry == Samples.entry(turn))
                    #expect(live.header.head == FeedOffset(turn))
                }
            }
        }
    }

    @Test("gives signs of life with its head")
    func heartbeat() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(4)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let subscriber = RawPeer(thread)
                try await subscriber.connect(.sub, bound.live)
                try await subscriber.subscribe("!hb")
                let beat = try #require(LiveMessage(frames: await subscriber.next()))
                #expect(beat.header.kind == .heartbeat)
                #expect(beat.header.head == FeedOffset(4))
            }
        }
    }

    @Test("knows the place of every event that it has sent live, also in the middle of a large commit")
    func announcing() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let gate = Gate()
            await log.holdReads(from: 500, until: gate)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let subscriber = RawPeer(thread)
                try await subscriber.connect(.sub, bound.live)
                try await subscriber.subscribe("e/")
                try await subscriber.subscribe("!sync/1")
                _ = await subscriber.next()
                await log.commit(1200)
                for offset in Int64(1)...500 {
                    #expect(LiveMessage(frames: await subscriber.next())?.entry?.offset == FeedOffset(offset))
                }
                let consumer = RawPeer(thread)
                try await consumer.connect(.dealer, bound.feed)
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(500), waitMs: 5000)
                try await consumer.send(Envelope(identifier: [1]).frames(of: .fetch(fetch)))
                await gate.open()
                var rest = await consumer.next().dropFirst(2)
                guard case .events(let events)? = FeedReply(frames: rest) else {
                    rest = rest.prefix(2)
                    Issue.record("\(rest.map { String(decoding: $0, as: UTF8.self) })")
                    return
                }
                #expect(events.entries.first == Samples.entry(501))
            }
        }
    }

    @Test("tells at once of what was committed between its making and its running")
    func early() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let service = await MemoryService(log)
            let port = try await ServicePort(service, on: thread)
            let bound = try await port.open(at: Wire.ipc.addresses(folder))
            // Another listener takes the notice, as if it had come before anybody listened.
            await log.commit(3)
            for await _ in service.heads { break }
            try await withThrowingTaskGroup { group in
                group.addTask { await port.run() }
                let consumer = RawPeer(thread)
                try await consumer.connect(.dealer, bound.feed)
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: .start, waitMs: 25_000)
                guard case .events(let events)? = try await consumer.ask(.fetch(fetch)) else {
                    return #expect(Bool(false))
                }
                #expect(events.entries == Samples.entries(1...3))
                group.cancelAll()
            }
        }
    }

    @Test("answers an acknowledgement when the store has kept it, and one that it has not kept not at all")
    func acknowledging() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(9)
            let gate = Gate()
            await log.holdAcknowledgements(until: gate)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let consumer = RawPeer(thread)
                try await consumer.connect(.dealer, bound.feed)
                func note(_ offset: Int64) -> FeedRequest {
                    .acknowledge(FeedRequest.Acknowledge(consumer: "x", epoch: Samples.epoch, upTo: FeedOffset(offset)))
                }
                try await consumer.send(Envelope(identifier: [1]).frames(of: note(6)))
                await gate.arrival()
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(9), waitMs: 0)
                guard case .events? = try await consumer.ask(.fetch(fetch), identifier: [2]) else {
                    return #expect(Bool(false))
                }
                await gate.open()
                #expect(await consumer.next() == Envelope(identifier: [1]).frames(of: .acknowledged))
                #expect(await log.acknowledged["x"] == FeedOffset(6))
                await log.refuseAcknowledgements(true)
                try await consumer.send(Envelope(identifier: [3]).frames(of: note(7)))
                await log.acknowledgementRefusal()
                await log.refuseAcknowledgements(false)
                #expect(try await consumer.ask(note(8), identifier: [4]) == .acknowledged)
                #expect(await log.acknowledged["x"] == FeedOffset(8))
            }
        }
    }

    @Test("carries a request that is repeated meanwhile out once, and answers it")
    func repeated() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let gate = Gate()
            try await serving(log, gate: gate, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.command)
                let slow = Envelope(identifier: [1]).frames(
                    of: .command(try Samples.command(.object(["slow": .bool(true)])))
                )
                for _ in 0..<5 { try await client.send(slow) }
                let query = FeedRequest.query(QueryRequest(type: "echo", body: .integer(1)))
                guard case .reply? = try await client.ask(query, identifier: [2]) else { return #expect(Bool(false)) }
                await gate.open()
                #expect(await client.next().dropFirst().first == [1])
                #expect(await log.askedCount == 2)
                // After the answer it is a new request, for which the service has the same answer.
                try await client.send(slow)
                #expect(await client.next().dropFirst().first == [1])
                #expect(await log.askedCount == 3)
                #expect(await log.effectCount == 1)
            }
        }
    }

    @Test("answers each wrong message with a fault, and stays")
    func faults() async throws {
        try await withBus { thread, folder in
            try await serving(MemoryLog(), at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.command)
                let hello = FeedRequest.hello(FeedRequest.Hello(consumer: "x"))
                guard case .error(let wrongDoor)? = try await client.ask(hello) else { return #expect(Bool(false)) }
                #expect(wrongDoor.message.contains("feed endpoint"))
                try await client.send([[0xFF]])
                try await client.send([[]])
                try await client.send([Envelope.magic, [1], Array("NOTHING".utf8), Array("{}".utf8)])
                let answer = await client.next()
                #expect(String(decoding: try #require(answer.last), as: UTF8.self).contains("bad-request"))
            }
        }
    }

    @Test("runs none of the service's or the consumer's code on the messaging thread, which serves all sockets")
    func threads() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let port = try await ServicePort(await MemoryService(log, awayFrom: thread), on: thread)
            let bound = try await port.open(at: Wire.ipc.addresses(folder))
            let (applied, putApplied) = AsyncStream.makeStream(of: Bool.self)
            var timing = ConsumerTiming()
            timing.acknowledgeWithin = .zero
            let source = try FeedSource(unsecured: bound, consumer: "x")
            let subscription = FeedSubscription(source, from: nil, timing: timing, on: thread) { _ in
            } apply: { _, _, _ in
                putApplied.yield(thread.isCurrent)
            }
            try await withThrowingTaskGroup { group in
                group.addTask { await port.run() }
                group.addTask { await subscription.run() }
                await log.commit(3)
                for await isOnBus in applied.prefix(1) { #expect(!isOnBus) }
                let client = try ServiceClient(bound.command, on: thread)
                _ = try await client.send(Samples.command())
                _ = try await client.ask(QueryRequest(type: "echo", body: .null))
                while await log.acknowledged["x"] == nil {
                    _ = try await client.ask(QueryRequest(type: "echo", body: .null))
                }
                await client.close()
                group.cancelAll()
            }
            #expect(await log.calls.all.count == 7)
            #expect(await log.calls.onBus == [])
        }
    }

    @Test("serves a REQ socket: the empty frame comes back")
    func delimiter() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(2)
            try await serving(log, at: Wire.tcp.addresses(folder), on: thread) { bound in
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.feed)
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: .start, waitMs: 0)
                try await client.send(Envelope(isDelimited: true, identifier: [9]).frames(of: .fetch(fetch)))
                #expect(await client.next().prefix(4) == [[], Envelope.magic, [9], Array("EVENTS".utf8)])
            }
        }
    }

    @Test("tells which address is taken, and leaves nothing open")
    func taken() async throws {
        try await withBus { thread, folder in
            let addresses = try Wire.ipc.addresses(folder)
            try await serving(MemoryLog(), at: addresses, on: thread) { _ in
                let other = PortAddresses(
                    live: try Address("ipc://\(folder.file("other.live"))"),
                    feed: addresses.feed,
                    command: try Address("ipc://\(folder.file("other.command"))")
                )
                let second = try await ServicePort(await MemoryService(MemoryLog()), on: thread)
                let error = await #expect(throws: ZeroMQError.self) { try await second.open(at: other) }
                #expect(error?.description.contains(addresses.feed.description) == true)
                let third = try await ServicePort(await MemoryService(MemoryLog()), on: thread)
                _ = try await third.open(
                    at: PortAddresses(
                        live: other.live,
                        feed: try Address("ipc://\(folder.file("third.feed"))"),
                        command: other.command
                    )
                )
                await third.close()
            }
        }
    }

    @Test("ends when it is closed and when the messaging thread ends")
    func endings() async throws {
        try await withBus { thread, folder in
            for ending in 0..<2 {
                let port = try await ServicePort(await MemoryService(MemoryLog()), on: thread)
                _ = try await port.open(at: Wire.tcp.addresses(folder))
                await withDiscardingTaskGroup { group in
                    group.addTask { await port.run() }
                    group.addTask { if ending == 0 { await port.close() } else { await thread.shutDown() } }
                }
            }
        }
    }
}
