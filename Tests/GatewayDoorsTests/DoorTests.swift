import Bus
import Contracts
import EventSourcing
import Scheme
import Testing
import ZeroMQ

@testable import PluginHost

@Suite("A partner\u{2019}s door", .timeLimit(.minutes(2)))
struct DoorTests {
    @Test("gives the partner its events live and on request, and nothing that it was not granted")
    func events() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn", granting: "*/gm0344/*/*")
            let live = try await fixture.caller(live: fixture.source(at: police))
            try await live.listen()
            try await fixture.hear(1...1)
            try await fixture.hear(2...2, in: "gm0345")
            try await fixture.hear(3...3)
            await live.heard(2)
            #expect(await live.messages.compactMap(\.entry?.topic).allSatisfy { $0.contains("/gm0344/") })
            #expect(await live.offsets == [1, 2])
            let feed = try await fixture.caller(feed: fixture.source(at: police))
            guard case .events(let page)? = try await feed.ask(fixture.fetch(from: 0)) else {
                return #expect(Bool(false))
            }
            #expect(page.head == FeedOffset(2) && page.entries.map(\.offset.value) == [1, 2])
            #expect(page.entries == (await live.messages.compactMap(\.entry)))
        }
    }

    @Test("gives another partner\u{2019}s key not a byte, on either socket and in either direction")
    func otherKey() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            let fire = try await fixture.admit("brandweer")
            for (door, visitor) in [(police, fire), (fire, police)] {
                let source = try fixture.source(at: door, as: visitor)
                let (live, feed) = try await (fixture.caller(live: source), fixture.caller(feed: source))
                try await live.subscribe()
                await live.happened(.denied(status: 400))
                await feed.happened(.denied(status: 400))
                let before = try await fixture.summary(of: door).head
                let inbox = Inbox()
                try await inbox.following(try fixture.source(at: door), on: fixture.thread) {
                    try await fixture.hear(before + 1...before + 3)
                    _ = try await inbox.ids(upTo: before + 3)
                }
                #expect(try await !feed.trySending(fixture.fetch(from: 0)))
                #expect(await live.received.isEmpty)
                #expect(await feed.received.isEmpty)
            }
        }
    }

    @Test("gives somebody without a key not a byte")
    func noKey() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: police), on: fixture.thread) {
                try await fixture.hear(1...1)
                _ = try await inbox.ids(upTo: 1)
                let (live, feed) = (Caller(fixture.thread), Caller(fixture.thread))
                try await live.connect(.sub, to: .unsecured(LocalEndpoint("tcp://127.0.0.1:\(police.livePort)")))
                try await live.subscribe()
                try await feed.connect(.dealer, to: .unsecured(LocalEndpoint("tcp://127.0.0.1:\(police.feedPort)")))
                await live.failed()
                await feed.failed()
                try await fixture.hear(2...3)
                _ = try await inbox.ids(upTo: 3)
                #expect(await live.received.isEmpty)
                #expect(await feed.received.isEmpty)
                #expect(await !live.events.contains(.ready))
                #expect(await !feed.events.contains(.ready))
            }
        }
    }

    @Test("is shut at once when the partner is shut out: the connections end and nothing more comes")
    func revoked() async throws {
        try await DoorsFixture.run { fixture in
            let (police, fire) = (try await fixture.admit("politie-mn"), try await fixture.admit("brandweer"))
            let source = try fixture.source(at: police)
            let (live, feed) = try await (fixture.caller(live: source), fixture.caller(feed: source))
            try await live.listen()
            try await fixture.hear(1...1)
            await live.heard(1)
            guard case .events? = try await feed.ask(fixture.fetch(from: 0)) else { return #expect(Bool(false)) }
            try await fixture.done(RevokePartner(partner: police.id))
            await live.happened(.disconnected)
            await feed.happened(.disconnected)
            let before = await (live.received.count, feed.received.count)
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: fire), on: fixture.thread) {
                try await fixture.hear(2...4)
                #expect(try await inbox.ids(upTo: 4) == DoorsFixture.ids(1...4), "the other door stays open")
            }
            #expect(await (live.received.count, feed.received.count) == before)
            #expect(try await !feed.trySending(fixture.fetch(from: 0)))
            #expect(try await fixture.summary(of: police).head == 1)
        }
    }

    @Test("opens again for a partner that comes back with another key, and not for the key of before")
    func again() async throws {
        try await DoorsFixture.run { fixture in
            let before = try await fixture.admit("politie-mn")
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: before), on: fixture.thread) {
                try await fixture.hear(1...2)
                _ = try await inbox.ids(upTo: 2)
            }
            try await fixture.done(RevokePartner(partner: before.id))
            var after = before
            after.keys = try CurveKeyPair()
            try await fixture.readmit(after)
            try await fixture.hear(3...3)
            try await inbox.following(try fixture.source(at: after), on: fixture.thread) {
                let ids = try await inbox.ids(upTo: 3)
                #expect(ids == DoorsFixture.ids(1...3))
            }
            let old = try await fixture.caller(live: fixture.source(at: before))
            await old.happened(.denied(status: 400))
        }
    }

    @Test(
        "keeps the connection when the key is replaced with an overlap, until the former key\u{2019}s last day has passed"
    )
    func overlap() async throws {
        try await DoorsFixture.run { fixture in
            let old = try await fixture.admit("politie-mn")
            let former = try await fixture.caller(live: fixture.source(at: old))
            try await former.listen()
            let new = try await fixture.rotate(old, overlap: 7)
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: new), on: fixture.thread) {
                try await fixture.hear(1...1)
                _ = try await inbox.ids(upTo: 1)
            }
            await former.heard(1)
            #expect(await !former.events.contains(.disconnected))
            let today = try #require(DoorsFixture.today)
            #expect(fixture.clock.advance(to: today.adding(days: 7)) == .done)
            try await fixture.hear(2...2)
            await former.heard(2)
            #expect(await !former.events.contains(.disconnected), "the last day counts")
            #expect(fixture.clock.advance(to: today.adding(days: 8)) == .done)
            await former.happened(.disconnected)
            await former.happened(.denied(status: 400))
            try await fixture.hear(3...3)
            try await inbox.following(try fixture.source(at: new), on: fixture.thread) {
                _ = try await inbox.ids(upTo: 3)
            }
            #expect(await former.offsets == [1, 2])
        }
    }

    @Test("ends the connection of a key that is replaced without an overlap, and lets in the new one")
    func noOverlap() async throws {
        try await DoorsFixture.run { fixture in
            let old = try await fixture.admit("politie-mn")
            let source = try fixture.source(at: old)
            let (live, feed) = try await (fixture.caller(live: source), fixture.caller(feed: source))
            try await live.listen()
            _ = try await feed.ask(fixture.fetch(from: 0))
            let new = try await fixture.rotate(old, overlap: 0)
            await live.happened(.denied(status: 400))
            await feed.happened(.denied(status: 400))
            let inbox = Inbox()
            try await inbox.following(try fixture.source(at: new), on: fixture.thread) {
                try await fixture.hear(1...2)
                #expect(try await inbox.ids(upTo: 2) == DoorsFixture.ids(1...2))
            }
            #expect(await live.offsets.isEmpty)
        }
    }

    @Test("stays as it is while grants change, other partners come and go, and the partner is granted less")
    func undisturbed() async throws {
        try await DoorsFixture.run { fixture in
            let police = try await fixture.admit("politie-mn")
            let live = try await fixture.caller(live: fixture.source(at: police))
            try await live.listen()
            let fire = try await fixture.admit("brandweer")
            try await fixture.done(RevokePartner(partner: fire.id))
            let pattern = try #require(GrantPattern("*/gm0344/*/*"))
            try await fixture.done(GrantTopics(partner: police.id, pattern: pattern, dataClass: .open))
            try await fixture.done(WithdrawGrant(partner: police.id, pattern: try #require(GrantPattern("*/*/*/*"))))
            try await fixture.hear(1...1, in: "gm0345")
            try await fixture.hear(2...2)
            await live.heard(1)
            #expect(await live.messages.compactMap(\.entry?.topic) == ["e/certification/gm0344/gm0344-0001/test/"])
            #expect(await !live.events.contains(.disconnected))
        }
    }

    @Test("whose port is taken is tried again until it is free, and other doors open meanwhile")
    func takenPort() async throws {
        try await DoorsFixture.run { fixture in
            let ports = (live: try FreePorts.next(), feed: try FreePorts.next())
            var squatter: Listener? = try Listener(at: ports.feed)
            let police = try await fixture.admit("politie-mn", live: ports.live, feed: ports.feed)
            let fire = try await fixture.admit("brandweer")
            let (first, second) = (Inbox(), Inbox())
            try await first.following(try fixture.source(at: fire), on: fixture.thread) {
                try await fixture.hear(1...2)
                #expect(try await first.ids(upTo: 2) == DoorsFixture.ids(1...2))
            }
            #expect(squatter != nil)
            squatter = nil
            try await second.following(try fixture.source(at: police), on: fixture.thread) {
                let ids = try await second.ids(upTo: 2)
                #expect(ids == DoorsFixture.ids(1...2))
            }
        }
    }
}
