import Bus
import EventSourcing
import Foundation
import Testing
import ZeroMQ

@Suite("A feed subscription", .timeLimit(.minutes(1)))
struct FeedSubscriptionTests {
    private func range(_ offsets: ClosedRange<Int64>) -> [Data] { Samples.entries(offsets).map(\.body) }

    @Test("hands over what there was and what comes, once and in order", arguments: Wire.allCases)
    func everything(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(1200)
            try await serving(log, at: wire.addresses(folder), on: thread) { bound in
                let ledger = Ledger()
                let subscription = try await ledger.subscription(to: bound, on: thread)
                try await following(subscription) {
                    _ = await ledger.entries(atLeast: 1200)
                    for count in [1, 1, 700, 3, 95] { await log.commit(count) }
                    #expect(await ledger.entries(atLeast: 2000).map(\.body) == range(1...2000))
                    #expect(await ledger.cursor == FeedCursor(epoch: Samples.epoch, offset: FeedOffset(2000)))
                }
                #expect(await subscription.progress.position == FeedOffset(2000))
            }
        }
    }

    @Test(
        "to some topics still hands over everything: the topics only choose what comes live",
        arguments: Wire.allCases
    )
    func topics(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: wire.addresses(folder), on: thread) { bound in
                let ledger = Ledger()
                let topics = ["e/test/gm0001/"]
                var timing = ConsumerTiming()
                timing.idleFetch = .milliseconds(20)
                let subscription = try await ledger.subscription(to: bound, topics: topics, timing: timing, on: thread)
                try await following(subscription) {
                    for turn in 1...30 {
                        await log.commit(2, topic: turn % 2 == 0 ? "e/test/gm0001/g1/iets/" : "e/test/gm0002/g1/iets/")
                        _ = await ledger.entries(atLeast: 2 * turn)
                    }
                    #expect(await ledger.entries.map(\.body) == range(1...60))
                }
            }
        }
    }

    @Test("may begin before its service does")
    func early() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let addresses = try Wire.ipc.addresses(folder)
            let ledger = Ledger()
            try await following(try await ledger.subscription(to: addresses, on: thread)) {
                await log.commit(3)
                try await serving(log, at: addresses, on: thread) { _ in
                    #expect(await ledger.entries(atLeast: 3).map(\.body) == range(1...3))
                }
            }
        }
    }

    @Test("goes on where it was when its service comes back", arguments: Wire.allCases)
    func restart(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            var addresses = try wire.addresses(folder)
            let ledger = Ledger()
            try await serving(log, at: addresses, on: thread) { bound in
                addresses = bound
                await log.commit(10)
            }
            var timing = ConsumerTiming()
            timing.silence = .milliseconds(300)
            // On a busy machine silence comes without a cause, and the growing wait after it would make this endless.
            timing.backOffRange = .milliseconds(20)...(.milliseconds(100))
            try await following(try await ledger.subscription(to: addresses, timing: timing, on: thread)) {
                for turn in 1...3 {
                    try await serving(log, at: addresses, on: thread) { _ in
                        await log.commit(5)
                        _ = await ledger.entries(atLeast: 5 + 10 * turn)
                    }
                    await log.commit(5)
                }
                try await serving(log, at: addresses, on: thread) { _ in
                    #expect(await ledger.entries(atLeast: 40).map(\.body) == range(1...40))
                }
            }
        }
    }

    @Test("run again from its cursor gets what it has not had")
    func resumed() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let ledger = Ledger()
                for turn in 1...4 {
                    try await following(try await ledger.subscription(to: bound, on: thread)) {
                        await log.commit(7)
                        _ = await ledger.entries(atLeast: 7 * turn)
                    }
                    await log.commit(0)
                }
                #expect(await ledger.entries.map(\.body) == range(1...28))
            }
        }
    }

    @Test("whose effect takes long loses nothing of what comes meanwhile")
    func slow() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            let gate = Gate()
            let ledger = Ledger(gate: gate)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let subscription = try await ledger.subscription(to: bound, on: thread)
                try await following(subscription) {
                    await log.commit(1)
                    await gate.arrival()
                    // More than it buffers.
                    for _ in 0..<30 { await log.commit(100) }
                    let probe = RawPeer(thread)
                    try await probe.connect(.dealer, bound.feed)
                    let last = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(3000), waitMs: 1000)
                    #expect(try await probe.ask(.fetch(last)) != nil)
                    await gate.open()
                    #expect(await ledger.entries(atLeast: 3001).map(\.body) == range(1...3001))
                }
            }
        }
    }

    @Test("tries an effect that failed again, tells the operator, and skips nothing")
    func failing() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(3)
            let ledger = Ledger(failing: 2)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let subscription = try await ledger.subscription(to: bound, on: thread)
                let notices = await ledger.notices
                try await following(subscription) {
                    #expect(await ledger.entries(atLeast: 3).map(\.body) == range(1...3))
                    #expect(await ledger.attempts == [0, 1, 2])
                    for await notice in notices.prefix(2) { #expect(notice.contains("will be tried again")) }
                }
            }
        }
    }

    @Test("ends by itself, with a sentence, when the feed turns out to have another life")
    func otherLife() async throws {
        try await withBus { thread, folder in
            let ledger = Ledger()
            let addresses = try Wire.ipc.addresses(folder)
            let first = MemoryLog()
            try await serving(first, at: addresses, on: thread) { _ in
                await first.commit(2)
                try await following(try await ledger.subscription(to: addresses, on: thread)) {
                    _ = await ledger.entries(atLeast: 2)
                }
            }
            let restored = MemoryLog(epoch: Samples.otherEpoch)
            await restored.commit(5)
            try await serving(restored, at: addresses, on: thread) { _ in
                let subscription = try await ledger.subscription(to: addresses, on: thread)
                let notices = await ledger.notices
                await subscription.run()
                for await notice in notices.prefix(1) { #expect(notice.contains("a backup was restored")) }
                #expect(await ledger.entries.count == 2)
            }
        }
    }

    @Test("acknowledges what it has applied")
    func acknowledging() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(450)
            var timing = ConsumerTiming()
            timing.acknowledgeWithin = .milliseconds(20)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let ledger = Ledger()
                try await following(try await ledger.subscription(to: bound, timing: timing, on: thread)) {
                    _ = await ledger.entries(atLeast: 450)
                    let probe = RawPeer(thread)
                    try await probe.connect(.dealer, bound.feed)
                    var acked: Int64 = 0
                    while acked < 450 {
                        let hello = FeedRequest.Hello(consumer: "planning")
                        guard case .welcome(let welcome)? = try await probe.ask(.hello(hello)) else { break }
                        acked = welcome.acked
                    }
                    #expect(acked == 450)
                }
            }
        }
    }

    @Test("to nobody ends when its task is cancelled, when it is closed, and when the messaging thread ends")
    func endings() async throws {
        try await withBus { thread, folder in
            let nobody = try Wire.ipc.addresses(folder)
            try await following(try await Ledger().subscription(to: nobody, on: thread)) {}
            let closed = try await Ledger().subscription(to: nobody, on: thread)
            await withDiscardingTaskGroup { group in
                group.addTask { await closed.run() }
                await closed.close()
            }
            let orphans = [
                try await Ledger().subscription(to: nobody, on: thread),
                try await Ledger().subscription(to: nobody, on: thread),
            ]
            await withDiscardingTaskGroup { group in
                for orphan in orphans { group.addTask { await orphan.run() } }
                group.addTask { await thread.shutDown() }
            }
        }
    }
}
