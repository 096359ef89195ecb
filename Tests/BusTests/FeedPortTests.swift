import Bus
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

@Suite("A feed port", .timeLimit(.minutes(1)))
struct FeedPortTests {
    /// Topics of which each has a newest entry: entry n is about n modulo 7.
    private func commit(_ count: Int, in log: MemoryLog) async {
        for _ in 0..<count {
            let number = await log.head.value + 1
            await log.commit(1, topic: "e/test/gm0001/g\(number % 7)/iets/")
        }
    }

    @Test("gives a consumer that fell behind a snapshot of real pages, and then what follows", arguments: Wire.allCases)
    func snapshot(_ wire: Wire) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await commit(100, in: log)
            await log.limitPages(to: 3)
            let addresses = try wire.addresses(folder)
            try await serving(log, at: addresses, on: thread) { bound in
                let ledger = Ledger()
                await log.trim(upTo: 60)
                try await following(try await ledger.subscription(to: bound, on: thread)) {
                    await ledger.whole()
                    await commit(4, in: log)
                    #expect(await ledger.entries(atLeast: 4).map(\.offset) == (101...104).map { FeedOffset($0) })
                }
                #expect(await ledger.snapshot.map(\.offset) == (94...100).map { FeedOffset($0) })
                #expect(await ledger.snapshot.map(\.body) == Samples.entries(94...100).map(\.body))
                #expect(await ledger.pages == [3, 3, 1])
                #expect(await ledger.cursor == FeedCursor(epoch: Samples.epoch, offset: FeedOffset(104)))
            }
        }
    }

    @Test("keeps to the place of the first page while the feed grows between the pages")
    func growing() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await commit(20, in: log)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let peer = RawPeer(thread)
                try await peer.connect(.dealer, bound.feed)
                var (asOf, after) = (FeedOffset.start, FeedOffset.start)
                var offsets: [Int64] = []
                while true {
                    let request = FeedRequest.Snapshot(epoch: Samples.epoch, asOf: asOf, after: after, max: 2)
                    guard case .snapshot(let page)? = try await peer.ask(.snapshot(request)) else {
                        return #expect(Bool(false))
                    }
                    #expect(page.entries.count <= 2)
                    offsets += page.entries.map(\.offset.value)
                    (asOf, after) = (page.asOf, try #require(page.entries.last).offset)
                    if page.isLast { break }
                    await commit(5, in: log)
                }
                #expect(asOf == FeedOffset(20))
                #expect(offsets == Array(14...20))
            }
        }
    }

    @Test("finds out while reading that its store no longer serves what was asked for")
    func trimmed() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await commit(10, in: log)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let peer = RawPeer(thread)
                try await peer.connect(.dealer, bound.feed)
                func fetch(_ from: Int64) -> FeedRequest {
                    .fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(from), waitMs: 0))
                }
                guard case .events? = try await peer.ask(fetch(0)) else { return #expect(Bool(false)) }
                for floor in [Int64(6), 10] {
                    await log.trim(upTo: floor)
                    guard case .error(let fault)? = try await peer.ask(fetch(floor - 1)) else {
                        return #expect(Bool(false))
                    }
                    #expect(fault.code == .gone)
                }
                let hello = FeedRequest.Hello(consumer: "x")
                guard case .welcome(let welcome)? = try await peer.ask(.hello(hello)) else {
                    return #expect(Bool(false))
                }
                #expect((welcome.floor, welcome.head) == (10, 10))
            }
        }
    }

    @Test("keeps what a consumer has set aside, and passes on what the service refuses to keep")
    func parked() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(5)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let peer = RawPeer(thread)
                try await peer.connect(.dealer, bound.feed)
                func note(_ reason: String) -> FeedRequest {
                    .parked(.init(consumer: "x", epoch: Samples.epoch, offset: FeedOffset(4), reason: reason))
                }
                #expect(try await peer.ask(note("het past niet")) == .acknowledged)
                #expect(await log.parked == ["x 4: het past niet"])
                #expect(
                    try await peer.ask(note("onbekend")) == .error(FeedReply.Fault(.badRequest, "that is no reason."))
                )
            }
        }
    }

    @Test("reads nothing for the live channel while nobody listens, and tells the head all the same")
    func nobodyListens() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let peer = RawPeer(thread)
                try await peer.connect(.dealer, bound.feed)
                // Signs of life and barriers are no listening.
                let idle = RawPeer(thread)
                try await idle.connect(.sub, bound.live)
                for topic in ["!hb", "!sync/1"] { try await idle.subscribe(topic) }
                while LiveMessage(frames: await idle.next())?.header.kind != .sync {}
                for turn in Int64(1)...5 {
                    await log.commit(3)
                    // Held until the head is told; its answer is the one read.
                    let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(3 * turn - 3), waitMs: 25_000)
                    guard case .events(let events)? = try await peer.ask(.fetch(fetch)) else {
                        return #expect(Bool(false))
                    }
                    #expect(events.head >= FeedOffset(3 * turn))
                }
                #expect(await log.readCount == 5)
                let listener = RawPeer(thread)
                try await listener.connect(.sub, bound.live)
                for topic in ["e/", "!sync/2"] { try await listener.subscribe(topic) }
                _ = await listener.next()
                await log.commit(1)
                // What came while nobody listened is left to the feed.
                #expect(LiveMessage(frames: await listener.next())?.entry == Samples.entry(16))
            }
        }
    }

    @Test("whose live events are all thrown away is followed to the end all the same; the signs of life still come")
    func liveLoss() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            var limits = PortLimits()
            limits.liveLoss = 1
            try await serving(log, limits: limits, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let listener = RawPeer(thread)
                try await listener.connect(.sub, bound.live)
                for topic in ["", "!sync/1"] { try await listener.subscribe(topic) }
                while LiveMessage(frames: await listener.next())?.header.kind != .sync {}
                let ledger = Ledger()
                try await following(try await ledger.subscription(to: bound, on: thread)) {
                    for _ in 0..<10 { await log.commit(20) }
                    #expect(await ledger.entries(atLeast: 200).map(\.body) == Samples.entries(1...200).map(\.body))
                }
                #expect(LiveMessage(frames: await listener.next())?.header.kind == .heartbeat)
            }
        }
    }
}
