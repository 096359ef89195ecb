import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

@Suite("A service port under load", .timeLimit(.minutes(1)))
struct PortLimitsTests {
    /// A request that waits for the gate of the service.
    private func slow(padding: Int = 0) throws -> FeedRequest {
        let text = String(repeating: "x", count: padding)
        return .command(try Samples.command(.object(["slow": .bool(true), "file": .string(text)])))
    }

    private let query = FeedRequest.query(QueryRequest(type: "echo", body: .null))

    /// The code of the fault that an answer is.
    private func code(_ frames: [[UInt8]]) -> FeedReply.FaultCode? {
        guard case .error(let fault)? = FeedReply(frames: frames.dropFirst(2)) else { return nil }
        return fault.code
    }

    @Test("carries out no more commands at once than it may, serves the feed meanwhile, and then the others")
    func concurrency() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(3)
            let gate = Gate()
            var limits = PortLimits()
            (limits.commands, limits.concurrentCommands) = (5, 2)
            try await serving(log, gate: gate, limits: limits, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.command)
                for number in UInt8(1)...5 {
                    try await client.send(Envelope(identifier: [number]).frames(of: slow()))
                }
                // The sixth is refused, so the first five have their places.
                try await client.send(Envelope(identifier: [6]).frames(of: query))
                let refused = await client.next()
                #expect(refused[1] == [6])
                #expect(code(refused) == .busy)
                while await log.askedCount < 2 { await Task.yield() }
                let consumer = RawPeer(thread)
                try await consumer.connect(.dealer, bound.feed)
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: .start, waitMs: 0)
                guard case .events(let events)? = try await consumer.ask(.fetch(fetch)) else {
                    return #expect(Bool(false))
                }
                #expect(events.entries == Samples.entries(1...3))
                #expect(await log.askedCount == 2)
                await gate.open()
                var answered: Set<[UInt8]> = []
                for _ in 0..<5 { answered.insert(await client.next()[1]) }
                #expect(answered == [[1], [2], [3], [4], [5]])
                #expect(await log.effectCount == 5)
            }
        }
    }

    @Test("tells a command to come back whose bytes there is no room for, and takes it afterwards")
    func bytes() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let gate = Gate()
            var limits = PortLimits()
            limits.commandBytes = 50_000
            try await serving(log, gate: gate, limits: limits, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.command)
                let second = Envelope(identifier: [2]).frames(of: try slow(padding: 30_000))
                try await client.send(Envelope(identifier: [1]).frames(of: slow(padding: 30_000)))
                try await client.send(second)
                let refused = await client.next()
                #expect(refused[1] == [2])
                #expect(code(refused) == .busy)
                guard case .reply? = try await client.ask(query, identifier: [3]) else { return #expect(Bool(false)) }
                await gate.open()
                #expect(await client.next()[1] == [1])
                try await client.send(second)
                let answer = await client.next()
                #expect(answer[1] == [2])
                #expect(code(answer) == nil)
                #expect(await log.effectCount == 2)
            }
        }
    }

    @Test("drops what it has no room for on the feed, without a loss for commands, and answers when asked again")
    func feedJobs() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let gate = Gate()
            await log.commit(3)
            await log.holdReads(from: 0, until: gate)
            var limits = PortLimits()
            limits.feedJobs = 1
            try await serving(log, limits: limits, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let consumer = RawPeer(thread)
                try await consumer.connect(.dealer, bound.feed)
                let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: .start, waitMs: 0)
                try await consumer.send(Envelope(identifier: [1]).frames(of: .fetch(fetch)))
                await gate.arrival()
                let hello = FeedRequest.hello(FeedRequest.Hello(consumer: "planning"))
                let other = RawPeer(thread)
                try await other.connect(.dealer, bound.feed)
                try await other.send(Envelope(identifier: [2]).frames(of: hello))
                // Needs no job, and comes after what was dropped.
                guard case .error? = try await other.ask(query, identifier: [3]) else {
                    return #expect(Bool(false))
                }
                let client = RawPeer(thread)
                try await client.connect(.dealer, bound.command)
                guard case .reply? = try await client.ask(query) else { return #expect(Bool(false)) }
                await gate.open()
                #expect(await consumer.next()[1] == [1])
                guard case .welcome? = try await other.ask(hello, identifier: [4]) else {
                    return #expect(Bool(false))
                }
            }
        }
    }
}
