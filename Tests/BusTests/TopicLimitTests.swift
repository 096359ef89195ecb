import Bus
import TestSupport
import Testing
import ZeroMQ

@Suite("A subscriber of a live socket", .timeLimit(.minutes(1)))
struct TopicLimitTests {
    private static var limits: PortLimits {
        var limits = PortLimits()
        limits.topics = 100
        return limits
    }

    @Test("that names more topics than may be is cut off, and the live socket is there again at the same place")
    func many() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, limits: Self.limits, at: Wire.tcp.addresses(folder), on: thread) { bound in
                let greedy = RawPeer(thread)
                try await greedy.connect(.sub, bound.live)
                try await greedy.subscribe("!sync/greedy")
                #expect(await greedy.next().first == Array("!sync/greedy".utf8))
                for number in 0..<200 { try await greedy.subscribe("e/\(number)/") }
                let modest = RawPeer(thread)
                try await modest.connect(.sub, bound.live)
                try await modest.subscribe("!sync/modest")
                #expect(await modest.next().first == Array("!sync/modest".utf8))
            }
        }
    }

    @Test("that names as many topics as may be has them all")
    func allowed() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, limits: Self.limits, at: Wire.tcp.addresses(folder), on: thread) { bound in
                let peer = RawPeer(thread)
                try await peer.connect(.sub, bound.live)
                for number in 0..<98 { try await peer.subscribe("e/none-\(number)/") }
                try await peer.subscribe("e/")
                try await peer.subscribe("!sync/all")
                #expect(await peer.next().first == Array("!sync/all".utf8))
                await log.commit(1)
                #expect(await peer.next().first?.starts(with: Array("e/".utf8)) == true)
            }
        }
    }
}
