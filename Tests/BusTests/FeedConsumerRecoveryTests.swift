import Bus
import EventSourcing
import Testing

@Suite("A feed consumer in trouble")
struct FeedConsumerRecoveryTests {
    // MARK: Denial

    @Test("comes back with new sockets when it is denied, ever later, and tells the operator once")
    func denied() throws {
        var desk = try ConsumerDesk.following(at: 7)
        var notices: [String] = []
        for attempt in 0..<5 {
            notices += desk.handle(.denied(why: "not this key.")).notices
            // The second socket is denied too.
            #expect(desk.handle(.denied(why: "not this key.")) == [])
            let since = desk.now
            #expect(desk.runUntilConnect().first == .connect)
            let full = Duration.milliseconds(100) * (1 << attempt)
            #expect(desk.now - since >= full / 2 && desk.now - since <= full + .milliseconds(1))
        }
        #expect(notices == ["not this key."])
    }

    @Test("waits half a minute at most when it is denied for long, and differently for each consumer")
    func deniedForLong() {
        var waits: Set<Duration> = []
        for seed in UInt64(0)..<20 {
            var desk = ConsumerDesk(at: 7, seed: seed)
            _ = desk.tick()
            for _ in 0..<12 {
                _ = desk.handle(.denied(why: "no."))
                let since = desk.now
                _ = desk.runUntilConnect()
                if desk.now - since > .seconds(15) { waits.insert(desk.now - since) }
                #expect(desk.now - since <= .seconds(32) + .milliseconds(1))
            }
        }
        #expect(waits.count > 20)
    }

    @Test("is denied anew, with a notice, after it was let in and the feed has worked for a while")
    func deniedAgain() throws {
        var desk = try ConsumerDesk.following(at: 7)
        #expect(desk.handle(.denied(why: "first.")).notices == ["first."])
        func letIn() throws {
            let hello = try #require(desk.runUntilConnect().requests.first)
            let fetch = try #require(
                desk.reply(.welcome(desk.welcome(head: 7, acked: 7)), to: hello.number).requests.first
            )
            // A socket alone that is let in is not enough.
            _ = desk.reply(desk.events(head: 7), to: fetch.number)
        }
        try letIn()
        #expect(desk.handle(.denied(why: "the live socket.")).notices == [])
        try letIn()
        desk.now += .seconds(3)
        _ = desk.reply(desk.events(head: 7), to: desk.outstanding)
        #expect(desk.handle(.denied(why: "again.")).notices == ["again."])
        let since = desk.now
        _ = desk.runUntilConnect()
        #expect(desk.now - since <= .milliseconds(101))
    }

    @Test("is denied by an answer as by the handshake", arguments: [true, false])
    func deniedByAnswer(whileGreeting: Bool) throws {
        var desk = try ConsumerDesk.following(at: 7)
        if whileGreeting {
            _ = desk.handle(.disconnected)
            desk.outstanding = try #require(desk.runUntilConnect().requests.first).number
        }
        let fault = FeedReply.Fault(.denied, "this feed is not for you.")
        #expect(desk.reply(.error(fault), to: desk.outstanding) == [.notice("this feed is not for you.")])
        #expect(desk.runUntilConnect().first == .connect)
    }

    @Test(
        "connects anew at once, within the first back-off, when a connection breaks off; while it waits it is deaf to it"
    )
    func disconnected() throws {
        var desk = try ConsumerDesk.following(at: 7)
        #expect(desk.handle(.disconnected) == [])
        for _ in 0..<5 { #expect(desk.handle(.disconnected) == []) }
        #expect(desk.runUntilConnect().first == .connect)
        #expect(desk.now <= .milliseconds(101))
        var early = ConsumerDesk(at: 7)
        #expect(early.handle(.disconnected) == [])
        #expect(early.tick().first == .connect)
    }

    // MARK: A floor above the cursor

    private func page(_ offsets: [Int64], asOf: Int64, isLast: Bool, epoch: Epoch = Samples.epoch) -> FeedReply {
        let entries = offsets.map { Samples.entry($0) }
        return .snapshot(FeedReply.Snapshot(epoch: epoch, asOf: FeedOffset(asOf), entries: entries, isLast: isLast))
    }

    private func ask(asOf: Int64, after: Int64) -> FeedRequest {
        .snapshot(FeedRequest.Snapshot(epoch: Samples.epoch, asOf: FeedOffset(asOf), after: FeedOffset(after)))
    }

    private func apply(_ offsets: [Int64], asOf: Int64, isLast: Bool) -> FeedConsumer.Action {
        .applySnapshot(offsets.map { Samples.entry($0) }, Samples.epoch, asOf: FeedOffset(asOf), isLast: isLast)
    }

    /// A consumer that asked for what is no longer served, with the request for the first page.
    private func fallenBehind(at offset: Int64 = 7) throws -> (desk: ConsumerDesk, request: UInt64) {
        var desk = try ConsumerDesk.following(at: offset, onGone: .snapshot)
        let actions = desk.reply(.error(FeedReply.Fault(.gone, "no longer served.")), to: desk.outstanding)
        #expect(actions.notices.count == 1)
        #expect(actions.requests.map(\.request) == [ask(asOf: 0, after: 0)])
        return (desk, try #require(actions.requests.first?.number))
    }

    @Test("takes a snapshot page by page when it may, and then follows the feed from there")
    func snapshot() throws {
        var (desk, request) = try fallenBehind()
        #expect(
            desk.reply(page([3, 12], asOf: 20, isLast: false), to: request) == [
                apply([3, 12], asOf: 20, isLast: false)
            ]
        )
        #expect(desk.consumer.position == FeedOffset(7))
        // Nothing is asked before the page is on disk, and what comes live is not the next one.
        #expect(desk.hear(Samples.live(21)) == [])
        #expect(desk.tick() == [])
        let second = desk.handle(.snapshotApplied)
        #expect(second.requests.map(\.request) == [ask(asOf: 20, after: 12)])
        request = try #require(second.requests.first?.number)
        let last = desk.reply(page([18, 20], asOf: 20, isLast: true), to: request)
        #expect(last == [apply([18, 20], asOf: 20, isLast: true)])
        #expect(desk.consumer.position == FeedOffset(7))
        let next = desk.handle(.snapshotApplied)
        #expect(desk.consumer.position == FeedOffset(20))
        #expect(next.requests.map(\.request) == [desk.fetchRequest(from: 20)])
        #expect(desk.reply(desk.events(21...22), to: desk.outstanding).applied == [Samples.entries(21...22)])
        desk.now += .seconds(1)
        #expect(desk.tick().acknowledgements == [20])
    }

    @Test("stops when the feed no longer reaches back and it must not take a snapshot", arguments: [false, true])
    func halts(atWelcome: Bool) throws {
        var desk = ConsumerDesk(at: 7)
        let hello = try #require(desk.tick().requests.first?.number)
        let actions = desk.reply(.welcome(desk.welcome(head: 20, floor: atWelcome ? 8 : 7)), to: hello)
        if atWelcome {
            #expect(actions.halts.first?.description.contains("comes after 8") == true)
        } else {
            #expect(actions.fetches == [7])
        }
    }

    @Test("sees at its welcome that the feed no longer reaches back; a newcomer and one with cursor 0 are behind too")
    func floorAtWelcome() throws {
        for cursor in [nil, FeedCursor(epoch: Samples.epoch, offset: .start)] {
            var desk = ConsumerDesk(cursor: cursor, onGone: .snapshot)
            let hello = try #require(desk.tick().requests.first?.number)
            let actions = desk.reply(.welcome(desk.welcome(head: 20, floor: 1)), to: hello)
            #expect(actions.requests.map(\.request) == [ask(asOf: 0, after: 0)])
            var whole = ConsumerDesk(cursor: cursor, onGone: .snapshot)
            let other = try #require(whole.tick().requests.first?.number)
            #expect(whole.reply(.welcome(whole.welcome(head: 20, floor: 0)), to: other).fetches == [0])
        }
    }

    @Test("with cursor 0 stops when the feed turns out to have another life, for 0 is a place like any other")
    func cursorZero() throws {
        var desk = ConsumerDesk(at: 0)
        let hello = try #require(desk.tick().requests.first?.number)
        let actions = desk.reply(.welcome(desk.welcome(head: 3, epoch: Samples.otherEpoch)), to: hello)
        guard case .epochChanged? = actions.halts.first else { return #expect(Bool(false), "\(actions)") }
    }

    @Test("finishes the batch under way before it applies a snapshot, and drops what waited behind it")
    func batchUnderWay() throws {
        var desk = try ConsumerDesk.following(at: 7, onGone: .snapshot)
        #expect(desk.hear(Samples.live(8)).applied == [Samples.entries(8...8)])
        #expect(desk.hear(Samples.live(9)) == [])
        let actions = desk.reply(.error(FeedReply.Fault(.gone, "gone.")), to: desk.outstanding)
        let request = try #require(actions.requests.first?.number)
        #expect(desk.reply(page([20], asOf: 20, isLast: true), to: request) == [])
        #expect(desk.handle(.applied(FeedOffset(8))) == [apply([20], asOf: 20, isLast: true)])
        _ = desk.handle(.snapshotApplied)
        #expect(desk.consumer.position == FeedOffset(20))
    }

    @Test("tries a page again whose effect could not be made, ever later")
    func pageFails() throws {
        var (desk, request) = try fallenBehind()
        _ = desk.reply(page([20], asOf: 20, isLast: true), to: request)
        for attempt in 0..<4 {
            #expect(desk.handle(.applyFailed) == [])
            let since = desk.now
            var again: [FeedConsumer.Action] = []
            while again.isEmpty {
                desk.now += .milliseconds(10)
                again = desk.tick()
            }
            #expect(desk.now - since == .milliseconds(100) * (1 << attempt))
            #expect(again == [apply([20], asOf: 20, isLast: true)])
        }
    }

    @Test("goes on with the same snapshot over a new connection when a page stays away")
    func lostPage() throws {
        var (desk, request) = try fallenBehind()
        _ = desk.reply(page([3, 12], asOf: 20, isLast: false), to: request)
        _ = desk.handle(.snapshotApplied)
        desk.now += .milliseconds(9999)
        #expect(desk.tick() == [])
        desk.now += .milliseconds(1)
        #expect(desk.tick() == [])
        request = try #require(desk.runUntilConnect().requests.first?.number)
        let again = desk.reply(.welcome(desk.welcome(head: 30, floor: 25)), to: request)
        #expect(again.requests.map(\.request) == [ask(asOf: 20, after: 12)])
    }

    @Test("takes no page that does not follow on those before it, and asks for it again over a new connection")
    func oddPages() throws {
        let odd: [FeedReply] = [
            page([12], asOf: 21, isLast: false), page([13, 14], asOf: 20, isLast: false, epoch: Samples.otherEpoch),
            page([], asOf: 20, isLast: false), page([14, 13], asOf: 20, isLast: false),
            page([12, 13], asOf: 20, isLast: false), page([13, 21], asOf: 20, isLast: true),
        ]
        for reply in odd {
            var (desk, request) = try fallenBehind()
            _ = desk.reply(page([3, 12], asOf: 20, isLast: false), to: request)
            request = try #require(desk.handle(.snapshotApplied).requests.first?.number)
            #expect(desk.reply(reply, to: request) == [])
            #expect(desk.runUntilConnect().first == .connect)
        }
        for asOf in [Int64(6), .max] {
            var (desk, request) = try fallenBehind()
            #expect(desk.reply(page([], asOf: asOf, isLast: true), to: request) == [])
            request = try #require(desk.runUntilConnect().requests.first?.number)
            #expect(desk.consumer.position == FeedOffset(7))
        }
    }

    @Test("stops when the publisher has no snapshots, and when it has lost what the snapshot was made of")
    func noSnapshot() throws {
        var (desk, request) = try fallenBehind()
        let fault = FeedReply.Fault(.badRequest, "the verb is not known.")
        #expect(desk.reply(.error(fault), to: request).halts.map(\.description) == ["the verb is not known."])
        (desk, request) = try fallenBehind()
        _ = desk.reply(page([3, 12], asOf: 20, isLast: false), to: request)
        _ = desk.handle(.disconnected)
        request = try #require(desk.runUntilConnect().requests.first?.number)
        let halt = try #require(desk.reply(.welcome(desk.welcome(head: 19)), to: request).halts.first)
        #expect(halt.description.contains("the feed ends at 19"))
    }

    @Test("comes back later when the service is too busy for a snapshot")
    func busy() throws {
        var (desk, request) = try fallenBehind()
        #expect(desk.reply(.error(FeedReply.Fault(.busy, "later.")), to: request) == [])
        request = try #require(desk.runUntilConnect().requests.first?.number)
        let again = desk.reply(.welcome(desk.welcome(head: 30, floor: 25)), to: request)
        #expect(again.requests.map(\.request) == [ask(asOf: 0, after: 0)])
    }
}
