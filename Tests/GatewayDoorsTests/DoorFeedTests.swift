import Bus
import Contracts
import EventSourcing
import GatewayPlugin
import TestSupport
import Testing
import ZeroMQ

@testable import PluginHost

@Suite("The feed at a partner\u{2019}s door", .timeLimit(.minutes(2)))
struct DoorFeedTests {
    @Test("goes on after a restart where the consumer was, and knows how far it had come")
    func restart() async throws {
        var store = InMemoryEventStore()
        let inbox = Inbox()
        var guest: DoorsFixture.Guest?
        var serverKeys: CurveKeyPair?
        try await DoorsFixture.run(on: store) { fixture in
            let police = try await fixture.admit("politie-mn")
            (guest, serverKeys) = (police, fixture.serverKeys)
            try await inbox.following(try fixture.source(at: police), on: fixture.thread) {
                try await fixture.hear(1...3)
                _ = try await inbox.ids(upTo: 3)
            }
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            let acknowledge = FeedRequest.Acknowledge(consumer: "meldkamer", epoch: store.epoch, upTo: FeedOffset(3))
            #expect(try await feed.ask(.acknowledge(acknowledge)) == .acknowledged)
            #expect(try await fixture.summary(of: police).consumers.map(\.offset) == [3])
        }
        let police = try #require(guest)
        store = try InMemoryEventStore(copying: store)
        try await DoorsFixture.run(on: store, with: serverKeys) { fixture in
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            guard case .welcome(let welcome)? = try await feed.ask(.hello(FeedRequest.Hello(consumer: "meldkamer")))
            else { return #expect(Bool(false)) }
            #expect((welcome.acked, welcome.head) == (3, 3))
            try await inbox.following(try fixture.source(at: police), on: fixture.thread) {
                try await fixture.hear(4...5)
                #expect(try await inbox.ids(upTo: 5) == DoorsFixture.ids(1...5))
            }
        }
    }

    @Test("takes a consumer\u{2019}s word for how far it is once that is on disk, and never beyond the feed")
    func acknowledge() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            try await fixture.hear(1...3)
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            func acknowledge(_ offset: Int64) async throws -> FeedReply? {
                let request = FeedRequest.Acknowledge(
                    consumer: "meldkamer",
                    epoch: fixture.store.epoch,
                    upTo: FeedOffset(offset)
                )
                return try await feed.ask(.acknowledge(request))
            }
            // The door has read the head once it has served it.
            _ = try await feed.ask(fixture.fetch(from: 0, waitMs: 10_000))
            #expect(try await acknowledge(2) == .acknowledged)
            #expect(try await fixture.summary(of: police).consumers.map(\.offset) == [2])
            guard case .error(let fault)? = try await acknowledge(4) else { return #expect(Bool(false)) }
            #expect(fault.code == .badRequest)
            #expect(try await acknowledge(1) == .acknowledged)
            #expect(try await fixture.summary(of: police).consumers.map(\.offset) == [2], "never backwards")
        }
    }

    @Test("shows the operator what the partner could not handle, the last hundred")
    func parked() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            try await fixture.hear(1...102)
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            _ = try await feed.ask(fixture.fetch(from: 101, waitMs: 10_000))
            for offset in Int64(1)...102 {
                let parked = FeedRequest.Parked(
                    consumer: "meldkamer",
                    epoch: fixture.store.epoch,
                    offset: FeedOffset(offset),
                    reason: "geen adres \(offset)"
                )
                #expect(try await feed.ask(.parked(parked)) == .acknowledged)
            }
            let troubles = try await fixture.summary(of: police).troubles
            #expect(troubles.count == PartnerTrouble.limit)
            #expect(
                troubles.last
                    == PartnerTrouble(
                        consumer: "meldkamer",
                        offset: 102,
                        reason: "geen adres 102",
                        at: fixture.clock.now.microseconds
                    )
            )
        }
    }

    @Test("has at most 64 consumers, and says so to one more when it introduces itself")
    func consumers() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            try await fixture.hear(1...1)
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            _ = try await feed.ask(fixture.fetch(from: 0, waitMs: 10_000))
            func acknowledge(_ consumer: String) async throws -> FeedReply? {
                let request = FeedRequest.Acknowledge(
                    consumer: consumer,
                    epoch: fixture.store.epoch,
                    upTo: FeedOffset(1)
                )
                return try await feed.ask(.acknowledge(request))
            }
            for number in 1...64 { #expect(try await acknowledge("consumer-\(number)") == .acknowledged) }
            for reply in [
                try await acknowledge("consumer-65"),
                try await feed.ask(.hello(FeedRequest.Hello(consumer: "consumer-65"))),
            ] {
                guard case .error(let fault)? = reply else {
                    Issue.record("\(String(describing: reply))")
                    continue
                }
                #expect(fault.code == .badRequest && fault.message.contains("64 consumers"))
                #expect(fault.message.contains("have the operator forget one"))
            }
            #expect(try await acknowledge("consumer-64") == .acknowledged)
            #expect(try await fixture.summary(of: police).consumers.count == 64)
            try await fixture.done(ForgetConsumer(partner: police.id, consumer: "consumer-1"))
            #expect(try await acknowledge("consumer-65") == .acknowledged)
            #expect(try await fixture.summary(of: police).consumers.count == 64)
        }
    }

    @Test("counts among the 64 consumers who has said only what it could not handle, and such a one can be forgotten")
    func troubledConsumers() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            try await fixture.hear(1...1)
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            _ = try await feed.ask(fixture.fetch(from: 0, waitMs: 10_000))
            func park(_ consumer: String) async throws -> FeedReply? {
                let parked = FeedRequest.Parked(
                    consumer: consumer,
                    epoch: fixture.store.epoch,
                    offset: FeedOffset(1),
                    reason: "geen adres"
                )
                return try await feed.ask(.parked(parked))
            }
            func acknowledge(_ consumer: String) async throws -> FeedReply? {
                let request = FeedRequest.Acknowledge(
                    consumer: consumer,
                    epoch: fixture.store.epoch,
                    upTo: FeedOffset(1)
                )
                return try await feed.ask(.acknowledge(request))
            }
            for number in 1...64 { #expect(try await park("consumer-\(number)") == .acknowledged) }
            let replies = [
                try await park("consumer-65"), try await acknowledge("consumer-65"),
                try await feed.ask(.hello(FeedRequest.Hello(consumer: "consumer-65"))),
            ]
            for reply in replies {
                guard case .error(let fault)? = reply else {
                    Issue.record("\(String(describing: reply))")
                    continue
                }
                #expect(fault.code == .badRequest && fault.message.contains("64 consumers"))
            }
            #expect(try await acknowledge("consumer-64") == .acknowledged)
            try await fixture.done(ForgetConsumer(partner: police.id, consumer: "consumer-1"))
            #expect(try await acknowledge("consumer-65") == .acknowledged)
        }
    }

    @Test("that was trimmed says so, and gives the newest of each subject instead")
    func retention() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            let early = Inbox()
            try await early.following(try fixture.source(at: police), on: fixture.thread) {
                try await fixture.hear(1...9)
                _ = try await early.ids(upTo: 9)
            }
            let channel = try police.channel
            try await fixture.store.write { try $0.trim(channel, upTo: FeedOffset(8)) }
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            guard case .error(let fault)? = try await feed.ask(fixture.fetch(from: 7)) else {
                return #expect(Bool(false))
            }
            #expect(fault.code == .gone)
            guard case .events(let page)? = try await feed.ask(fixture.fetch(from: 8)) else {
                return #expect(Bool(false))
            }
            #expect(page.entries.map(\.offset.value) == [9])
            let late = Inbox()
            try await late.following(try fixture.source(at: police, consumer: "archief"), on: fixture.thread) {
                #expect(try await late.ids(upTo: 9).isEmpty)
                #expect(await late.snapshot.map(\.offset.value) == [7, 8, 9])
                try await fixture.hear(10...11)
                #expect(try await late.ids(upTo: 11) == DoorsFixture.ids(10...11))
            }
            try await early.following(try fixture.source(at: police), on: fixture.thread) {
                let ids = try await early.ids(upTo: 11)
                #expect(ids == DoorsFixture.ids(1...11), "whoever kept up has no gap")
            }
        }
    }

    @Test("reaches one partner while the program of another stands still", .enabled(if: PythonProgram.hasZeroMQ))
    func stopped() async throws {
        try await DoorsFixture.run { fixture in
            let (police, fire) = (try await fixture.admit("politie-mn"), try await fixture.admit("brandweer"))
            let peer = try PythonProgram(StoppablePartner.script, try fixture.pythonArguments(at: fire))
            #expect(await peer.line() == "listening")
            peer.pause()
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: police), on: fixture.thread) {
                // More than the stopped program and both kernels have room for.
                try await fixture.hear(1...600, bytes: 20_000)
                #expect(try await inbox.ids(upTo: 600).count == 600)
            }
            peer.goOn()
            peer.enter()
            #expect(await peer.line() == "fetched 600")
        }
    }
}
