import Bus
import CloudEvents
import Contracts
import Foundation
import Testing
import ZeroMQ

@Suite("A service client", .timeLimit(.minutes(1)))
struct ServiceClientTests {
    @Test("gets the answers to its commands and queries", arguments: Wire.allCases)
    func answers(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: wire.addresses(folder), on: thread) { bound in
                let client = try ServiceClient(bound.command, on: thread)
                guard case .done(let done) = try await client.send(Samples.command(.string("é"))) else {
                    return #expect(Bool(false))
                }
                #expect((done.revision, done.result) == (1, .string("é")))
                let echo = try await client.ask(QueryRequest(type: "echo", body: .array([.null])))
                guard case .done(let echoed) = echo else { return #expect(Bool(false)) }
                #expect(echoed.result == .array([.null]))
                let refusal = try await client.ask(QueryRequest(type: "other", body: .null))
                guard case .refused(let refused) = refusal else { return #expect(Bool(false)) }
                #expect(refused.code == .unknown)
                await client.close()
            }
        }
    }

    @Test("gets one effect and one answer for a command that is sent again under its key")
    func idempotent() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let command = try Samples.command(.integer(3))
            let addresses = try Wire.ipc.addresses(folder)
            var replies: Set<CommandReply> = []
            // Also after the service was restarted.
            for _ in 0..<2 {
                try await serving(log, at: addresses, on: thread) { bound in
                    let client = try ServiceClient(bound.command, on: thread)
                    for _ in 0..<3 { replies.insert(try await client.send(command)) }
                    await client.close()
                }
            }
            #expect(replies.count == 1)
            #expect(await log.effectCount == 1)
            #expect(await log.askedCount == 6)
        }
    }

    @Test("tells answers apart that come in another order than the questions")
    func outOfOrder() async throws {
        try await withBus { thread, folder in
            let gate = Gate()
            try await serving(MemoryLog(), gate: gate, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = try ServiceClient(bound.command, on: thread)
                async let slow = client.send(Samples.command(.object(["slow": .integer(1)])))
                await gate.arrival()
                guard case .done(let fast) = try await client.send(Samples.command(.string("fast"))) else {
                    return #expect(Bool(false))
                }
                #expect(fast.result == .string("fast"))
                await gate.open()
                guard case .done(let late) = try await slow else { return #expect(Bool(false)) }
                #expect(late.result == .object(["slow": .integer(1)]))
                await client.close()
            }
        }
    }

    @Test("carries a command with a file of megabytes")
    func large() async throws {
        try await withBus { thread, folder in
            try await serving(MemoryLog(), at: Wire.tcp.addresses(folder), on: thread) { bound in
                let client = try ServiceClient(bound.command, on: thread)
                let file = JSONValue.string(String(repeating: "0123456789abcdef", count: 1 << 17))
                guard case .done(let done) = try await client.send(Samples.command(file)) else {
                    return #expect(Bool(false))
                }
                #expect(done.result == file)
                await client.close()
            }
        }
    }

    @Test("tells within its limit that nobody answers")
    func nobody() async throws {
        try await withBus { thread, folder in
            let nobody = try Wire.ipc.addresses(folder).command
            let client = try ServiceClient(nobody, within: .milliseconds(300), on: thread)
            let began = ContinuousClock.now
            let expected = BusError.noAnswer(endpoint: nobody.description, within: .milliseconds(300))
            await #expect(throws: expected) { try await client.send(Samples.command()) }
            #expect(ContinuousClock.now - began >= .milliseconds(300))
            #expect(ContinuousClock.now - began < .seconds(30))
            #expect(expected.description.contains("within 0.3 seconds: is the service running?"))
            await client.close()
        }
    }

    @Test("tells that a service which is there does not answer in time")
    func slowService() async throws {
        try await withBus { thread, folder in
            let gate = Gate()
            try await serving(MemoryLog(), gate: gate, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = try ServiceClient(bound.command, within: .milliseconds(100), on: thread)
                await #expect(throws: BusError.self) {
                    try await client.send(Samples.command(.object(["slow": .null])))
                }
                await gate.open()
                await client.close()
            }
        }
    }

    @Test("waits for a service that comes up later")
    func late() async throws {
        try await withBus { thread, folder in
            let addresses = try Wire.ipc.addresses(folder)
            let client = try ServiceClient(addresses.command, on: thread)
            try await withThrowingTaskGroup(of: CommandReply.self) { group in
                group.addTask { try await client.send(Samples.command(.integer(1))) }
                try await serving(MemoryLog(), at: addresses, on: thread) { _ in
                    guard case .done(let done)? = try await group.next() else { return #expect(Bool(false)) }
                    #expect(done.result == .integer(1))
                }
            }
            await client.close()
        }
    }

    @Test("passes on a fault of an address that takes no commands")
    func wrongAddress() async throws {
        try await withBus { thread, folder in
            try await serving(MemoryLog(), at: Wire.ipc.addresses(folder), on: thread) { bound in
                let client = try ServiceClient(bound.feed, on: thread)
                let error = await #expect(throws: BusError.self) { try await client.send(Samples.command()) }
                #expect(error?.description.contains("command endpoint") == true)
                await client.close()
            }
        }
    }

    @Test("ends the waiting when it is closed, when its task is cancelled and when the messaging thread ends")
    func endings() async throws {
        try await withBus { thread, folder in
            let nobody = try Wire.ipc.addresses(folder).command
            let closed = try ServiceClient(nobody, on: thread)
            async let first = failure(of: closed)
            await closed.close()
            #expect(await first as? BusError == .closed(endpoint: nobody.description))
            await #expect(throws: BusError.closed(endpoint: nobody.description)) {
                try await closed.send(Samples.command())
            }

            let cancelled = try ServiceClient(nobody, on: thread)
            await withTaskGroup { group in
                group.addTask { await failure(of: cancelled) }
                group.cancelAll()
                for await error in group { #expect(error is CancellationError) }
            }

            let orphan = try ServiceClient(nobody, on: thread)
            async let last = failure(of: orphan)
            await thread.shutDown()
            #expect(await last != nil)
        }
    }

    private func failure(of client: ServiceClient) async -> (any Error)? {
        do {
            _ = try await client.send(Samples.command())
            return nil
        } catch {
            return error
        }
    }
}
