import Bus
import EventSourcing
import Foundation
import Testing

@Suite("A feed consumer")
struct FeedConsumerTests {
    @Test("says hello, and fetches from its cursor once it is welcome")
    func beginning() throws {
        var desk = ConsumerDesk(at: 7)
        let first = desk.tick()
        #expect(first.first == .connect)
        let (hello, number) = try #require(first.requests.first)
        #expect(hello == .hello(FeedRequest.Hello(consumer: "planning")))
        let second = desk.reply(.welcome(desk.welcome(head: 9)), to: number)
        #expect(second.requests.map(\.request) == [desk.fetchRequest(from: 7)])
    }

    @Test("without a cursor begins at the first event, in the epoch that it hears")
    func newcomer() throws {
        var desk = ConsumerDesk(cursor: nil)
        let number = try #require(desk.tick().requests.first?.number)
        let fetch = try #require(desk.reply(.welcome(desk.welcome(head: 2)), to: number).requests.first)
        #expect(fetch.request == desk.fetchRequest(from: 0))
        #expect(desk.reply(desk.events(1...2), to: fetch.number).applied == [Samples.entries(1...2)])
    }

    @Test("applies live events that are next without a fetch")
    func live() throws {
        var desk = try ConsumerDesk.following(at: 7)
        let actions = desk.hear(Samples.live(8))
        #expect(actions == [.apply([Samples.entry(8)], Samples.epoch, attempt: 0)])
        #expect(desk.consumer.position == FeedOffset(7))
        // What comes in the meantime is kept and applied in one go.
        #expect(desk.hear(Samples.live(9)) == [])
        #expect(desk.hear(Samples.live(10)) == [])
        #expect(desk.handle(.applied(FeedOffset(8))).applied == [Samples.entries(9...10)])
        #expect(desk.consumer.position == FeedOffset(8))
        #expect(desk.handle(.applied(FeedOffset(10))).applied == [])
    }

    @Test("ignores a live event that it has had")
    func duplicate() throws {
        var desk = try ConsumerDesk.following(at: 7)
        _ = desk.hear(Samples.live(8))
        _ = desk.hear(Samples.live(8))
        _ = desk.hear(Samples.live(3))
        #expect(desk.handle(.applied(FeedOffset(8))).applied == [])
        #expect(desk.hear(Samples.live(8)) == [])
    }

    @Test("fetches what is missing before a live event that is not the next one")
    func gap() throws {
        var desk = try ConsumerDesk.following(at: 7, idle: true)
        let actions = desk.hear(Samples.live(9))
        #expect(actions.applied == [])
        let fetch = try #require(actions.requests.first)
        #expect(fetch.request == desk.fetchRequest(from: 7))
        // One fetch at a time, however many gaps are heard.
        #expect(desk.hear(Samples.live(11)) == [])
        #expect(desk.reply(desk.events(8...11), to: fetch.number).applied == [Samples.entries(8...11)])
    }

    @Test("fetches when a heartbeat tells of a head that it does not have")
    func heartbeat() throws {
        var desk = try ConsumerDesk.following(at: 7, idle: true)
        #expect(desk.hear(Samples.heartbeat(7)) == [])
        #expect(desk.hear(Samples.heartbeat(8)).requests.map(\.request) == [desk.fetchRequest(from: 7)])
        #expect(desk.consumer.knownHead == FeedOffset(8))
    }

    @Test("fetches after half a second without an answer from the feed, also when nothing was heard")
    func idleFetch() throws {
        var desk = try ConsumerDesk.following(at: 7, idle: true)
        desk.now += .milliseconds(499)
        #expect(desk.tick() == [])
        desk.now += .milliseconds(1)
        #expect(desk.tick().requests.map(\.request) == [desk.fetchRequest(from: 7)])
    }

    @Test("asks again at once after an empty answer, for the wait was the service's")
    func longPoll() throws {
        var desk = try ConsumerDesk.following(at: 7)
        desk.now += .seconds(2)
        let first = desk.outstanding
        let next = desk.reply(desk.events(head: 7), to: first).requests
        #expect(next.map(\.request) == [desk.fetchRequest(from: 7)])
        #expect(next.first?.number != first)
    }

    @Test("does not ask without a pause for what the service does not give")
    func uselessAnswers() throws {
        var desk = try ConsumerDesk.following(at: 7)
        #expect(desk.reply(desk.events(head: 9), to: desk.outstanding) == [])
        #expect(desk.hear(Samples.heartbeat(9)) == [])
        desk.now += .milliseconds(500)
        let fetch = try #require(desk.tick().requests.first)
        #expect(desk.reply(desk.events(9...9), to: fetch.number) == [])
        #expect(desk.consumer.position == FeedOffset(7))
    }

    @Test("ignores answers to requests that it no longer waits for")
    func staleAnswer() throws {
        var desk = try ConsumerDesk.following(at: 7)
        #expect(desk.reply(desk.events(8...9), to: desk.outstanding + 100).applied == [])
        #expect(desk.reply(.welcome(desk.welcome(head: 9)), to: desk.outstanding) == [])
    }

    @Test("takes from an answer only the events that are next")
    func overlap() throws {
        var desk = try ConsumerDesk.following(at: 7)
        _ = desk.hear(Samples.live(8))
        _ = desk.reply(desk.events(8...10), to: desk.outstanding)
        #expect(desk.handle(.applied(FeedOffset(8))).applied == [Samples.entries(9...10)])
    }

    @Test("stops with a sentence when the feed has another life")
    func epochChange() throws {
        var desk = ConsumerDesk(at: 7)
        let number = try #require(desk.tick().requests.first?.number)
        let welcome = desk.welcome(head: 9, epoch: Samples.otherEpoch)
        let halt = try #require(desk.reply(.welcome(welcome), to: number).halts.first)
        #expect(halt.description.contains("a backup was restored"))
        #expect(halt.description.contains(Samples.otherEpoch.description))
        // For good.
        desk.now += .seconds(100)
        #expect(desk.tick() == [])
        #expect(desk.hear(Samples.live(8)) == [])
    }

    @Test("says hello again when a live message comes from another life of the feed")
    func otherLive() throws {
        var desk = try ConsumerDesk.following(at: 7)
        #expect(desk.hear(Samples.live(8, epoch: Samples.otherEpoch)) == [])
        desk.now += .milliseconds(100)
        #expect(desk.tick().first == .connect)
    }

    @Test("stops when the feed ends before its cursor")
    func lostEvents() throws {
        var desk = ConsumerDesk(at: 7)
        let number = try #require(desk.tick().requests.first?.number)
        let halt = try #require(desk.reply(.welcome(desk.welcome(head: 6)), to: number).halts.first)
        #expect(halt.description.contains("the feed ends at 6"))
    }

    @Test(
        "stops with the service's sentence",
        arguments: [FeedReply.FaultCode.gone, .epochChanged, .unsupportedVersion]
    )
    func fatalFault(_ code: FeedReply.FaultCode) throws {
        var desk = try ConsumerDesk.following(at: 7)
        let actions = desk.reply(.error(FeedReply.Fault(code, "because.")), to: desk.outstanding)
        #expect(actions.halts.map(\.description) == ["because."])
    }

    @Test("stops when its introduction is refused, and says why")
    func refusedIntroduction() throws {
        var desk = try ConsumerDesk.following(at: 7)
        _ = desk.reply(.error(FeedReply.Fault(.busy, "later.")), to: desk.outstanding)
        let hello = try #require(desk.runUntilConnect().requests.first)
        let actions = desk.reply(.error(FeedReply.Fault(.badRequest, "not such a name.")), to: hello.number)
        #expect(actions.halts.map(\.description) == ["not such a name."])
    }

    @Test("stops when a fetch is refused as it stands, and says why")
    func refusedFetch() throws {
        var desk = try ConsumerDesk.following(at: 7)
        let actions = desk.reply(.error(FeedReply.Fault(.badRequest, "not such a fetch.")), to: desk.outstanding)
        #expect(actions.halts == [.refused("not such a fetch.")])
    }

    @Test("comes back later, and ever later, when the service is busy")
    func busy() throws {
        var desk = try ConsumerDesk.following(at: 7)
        var waits: [Duration] = []
        for _ in 0..<5 {
            #expect(desk.reply(.error(FeedReply.Fault(.busy, "later.")), to: desk.outstanding) == [])
            let since = desk.now
            let hello = try #require(desk.runUntilConnect().requests.first)
            waits.append(desk.now - since)
            let fetch = try #require(desk.reply(.welcome(desk.welcome(head: 7)), to: hello.number).requests.first)
            desk.outstanding = fetch.number
        }
        for (attempt, wait) in waits.enumerated() {
            let full = Duration.milliseconds(100) * (1 << attempt)
            #expect(wait >= full / 2 && wait <= full + .milliseconds(1), "attempt \(attempt): \(wait)")
        }
        // An answer that brings the feed on ends the doubling.
        _ = desk.reply(desk.events(8...8), to: desk.outstanding)
        desk.now += .seconds(3)
        _ = desk.tick()
        let since = desk.now
        _ = desk.runUntilConnect()
        #expect(desk.now - since <= .milliseconds(101))
    }

    @Test("connects anew after three heartbeats of silence, with jitter, and no later than every 32 seconds")
    func silence() throws {
        var waits: Set<Duration> = []
        for seed in 0..<20 {
            var desk = ConsumerDesk(at: 7, seed: UInt64(seed))
            _ = desk.tick()
            for attempt in 0..<12 {
                let since = desk.now
                desk.now += .milliseconds(2999)
                #expect(desk.tick() == [])
                _ = desk.runUntilConnect()
                let wait = desk.now - since - .seconds(3)
                let full = min(.seconds(32), Duration.milliseconds(100) * (1 << attempt))
                #expect(wait >= full / 2 && wait <= full + .milliseconds(1))
                if attempt == 0 { waits.insert(wait) }
            }
        }
        #expect(waits.count > 10)
    }

    @Test("connects anew when a fetch stays unanswered although live messages come")
    func unansweredFetch() throws {
        var desk = try ConsumerDesk.following(at: 7)
        for _ in 0..<34 {
            desk.now += .milliseconds(100)
            #expect(desk.hear(Samples.heartbeat(7)) == [])
            #expect(desk.tick() == [])
        }
        desk.now += .milliseconds(100)
        #expect(desk.tick() == [])
        let actions = desk.runUntilConnect()
        #expect(actions.first == .connect)
        #expect(desk.now < .seconds(4))
    }

    @Test("comes back ever later while the feed answers with another life than the one it welcomed with")
    func otherAnswers() throws {
        var desk = try ConsumerDesk.following(at: 7)
        let other = FeedReply.events(FeedReply.Events(epoch: Samples.otherEpoch, head: FeedOffset(9), entries: []))
        for attempt in 0..<4 {
            #expect(desk.reply(other, to: desk.outstanding) == [])
            let since = desk.now
            let hello = try #require(desk.runUntilConnect().requests.first)
            #expect(desk.now - since >= Duration.milliseconds(50) * (1 << attempt))
            _ = desk.reply(.welcome(desk.welcome(head: 7)), to: hello.number)
        }
    }

    @Test("connects anew a second after it heard of events that its fetch does not bring, and ever later")
    func lostFetch() throws {
        var desk = try ConsumerDesk.following(at: 7)
        // The fetch went to a process that has ended; the next one sends live messages.
        let limits: [Duration] = [.seconds(1), .seconds(2), .milliseconds(3500), .milliseconds(3500)]
        for (attempt, limit) in limits.enumerated() {
            desk.now += .milliseconds(10)
            #expect(desk.hear(Samples.heartbeat(9)) == [])
            let since = desk.now
            while desk.now - since < limit - .milliseconds(50) {
                desk.now += .milliseconds(50)
                // What is heard later puts nothing off. A connection given up too early would be made again here.
                #expect(desk.hear(Samples.heartbeat(9)) + desk.tick() == [])
            }
            desk.now = since + limit
            #expect(desk.tick() == [])
            let hello = try #require(desk.runUntilConnect().requests.first)
            #expect(desk.now - since <= limit + .milliseconds(100) * (1 << attempt) + .milliseconds(1))
            #expect(hello.request == .hello(FeedRequest.Hello(consumer: "planning")))
            #expect(desk.reply(.welcome(desk.welcome(head: 9, acked: 7)), to: hello.number).fetches == [7])
        }
    }

    @Test("leaves a fetch its whole wait when nothing is missing, and each new fetch its own second")
    func fetchInTime() throws {
        var desk = try ConsumerDesk.following(at: 7)
        _ = desk.hear(Samples.heartbeat(9))
        desk.now += .milliseconds(990)
        let next = desk.reply(desk.events(8...9), to: desk.outstanding)
        #expect(next.fetches == [9])
        // A live event that is next is no reason to doubt the fetch.
        _ = desk.hear(Samples.live(10))
        let since = desk.now
        while desk.now - since < .milliseconds(3450) {
            desk.now += .milliseconds(50)
            _ = desk.hear(Samples.heartbeat(10))
            #expect(!desk.tick().contains(.connect))
        }
        // Still following: an answer to that fetch is taken.
        #expect(desk.reply(desk.events(head: 10), to: desk.outstanding).fetches == [10])
        _ = desk.hear(Samples.heartbeat(11))
        desk.now += .milliseconds(990)
        #expect(desk.tick() == [])
        #expect(desk.reply(desk.events(11...11), to: desk.outstanding).fetches == [11])
    }

    @Test("tries the same events again when their effect could not be made, ever later, and skips nothing")
    func applyFails() throws {
        var desk = try ConsumerDesk.following(at: 7)
        _ = desk.hear(Samples.live(8))
        for attempt in 0..<6 {
            #expect(desk.handle(.applyFailed) == [])
            #expect(desk.hear(Samples.live(9)).applied == [])
            let since = desk.now
            var again: [FeedConsumer.Action] = []
            while again.applied.isEmpty {
                desk.now += .milliseconds(10)
                // The feed stays alive meanwhile.
                _ = desk.reply(desk.events(head: 9), to: desk.outstanding)
                again = desk.tick()
            }
            #expect(desk.now - since == .milliseconds(100) * (1 << attempt))
            #expect(again.contains(.apply(Samples.entries(8...9), Samples.epoch, attempt: attempt + 1)))
            #expect(desk.consumer.position == FeedOffset(7))
        }
        #expect(desk.handle(.applied(FeedOffset(9))).applied == [])
        #expect(desk.consumer.position == FeedOffset(9))
        // The next batch has not failed yet.
        #expect(desk.hear(Samples.live(10)) == [.apply([Samples.entry(10)], Samples.epoch, attempt: 0)])
    }

    @Test("acknowledges after 200 events at once, otherwise within a second")
    func acknowledging() throws {
        var desk = try ConsumerDesk.following(at: 0)
        _ = desk.reply(desk.events(1...199), to: desk.outstanding)
        #expect(desk.handle(.applied(FeedOffset(199))).acknowledgements == [])
        _ = desk.hear(Samples.live(200))
        #expect(desk.handle(.applied(FeedOffset(200))).acknowledgements == [200])
        _ = desk.hear(Samples.live(201))
        #expect(desk.handle(.applied(FeedOffset(201))).acknowledgements == [])
        desk.now += .milliseconds(999)
        #expect(desk.hear(Samples.heartbeat(201)).acknowledgements == [])
        desk.now += .milliseconds(1)
        let last = desk.tick()
        #expect(last.acknowledgements == [201])
        let note = try #require(last.requests.first { if case .acknowledge = $0.request { true } else { false } })
        #expect(desk.reply(.acknowledged, to: note.number) == [])
        desk.now += .milliseconds(2900)
        #expect(desk.tick().acknowledgements == [])
    }

    @Test("says again what the service does not answer that it has noted, also when nothing more happens")
    func unansweredAcknowledgement() throws {
        var desk = try ConsumerDesk.following(at: 0)
        _ = desk.hear(Samples.live(1))
        _ = desk.handle(.applied(FeedOffset(1)))
        var notes: [UInt64] = []
        for turn in 1...80 {
            desk.now += .milliseconds(100)
            var actions = desk.hear(Samples.heartbeat(1))
            if turn % 10 == 0 { actions += desk.reply(desk.events(head: 1), to: desk.outstanding) }
            for request in actions.requests {
                if case .acknowledge(let note) = request.request {
                    #expect(note.upTo == 1)
                    notes.append(request.number)
                }
            }
        }
        // The first after a second, and another every two seconds.
        #expect(notes.count == 4)
        // An answer to an earlier one says nothing of the last one.
        _ = desk.reply(.acknowledged, to: try #require(notes.first))
        _ = desk.reply(desk.events(head: 1), to: desk.outstanding)
        desk.now += .seconds(2)
        let again = try #require(desk.hear(Samples.heartbeat(1)).requests.first { $0.number > notes[3] })
        #expect(again.request == .acknowledge(.init(consumer: "planning", epoch: Samples.epoch, upTo: FeedOffset(1))))
        _ = desk.reply(.acknowledged, to: again.number)
        desk.now += .milliseconds(2900)
        #expect(desk.hear(Samples.heartbeat(1)).acknowledgements == [])
    }

    @Test("repeats an acknowledgement that the service did not get")
    func lostAcknowledgement() throws {
        var desk = ConsumerDesk(at: 7)
        let number = try #require(desk.tick().requests.first?.number)
        _ = desk.reply(.welcome(desk.welcome(head: 7, acked: 3)), to: number)
        desk.now += .seconds(1)
        #expect(desk.tick().acknowledgements == [7])
    }

    @Test("keeps no more than its buffer, and gets the rest when there is room")
    func boundedBuffer() throws {
        var timing = ConsumerTiming()
        (timing.buffer, timing.batch) = (10, 4)
        var desk = try ConsumerDesk.following(at: 0, timing: timing)
        #expect(desk.hear(Samples.live(1)).applied == [Samples.entries(1...1)])
        for offset in Int64(2)...40 { #expect(desk.hear(Samples.live(offset)) == []) }
        // The answer brings what has no room either, and nothing is asked for that has no room.
        #expect(desk.reply(desk.events(1...40), to: desk.outstanding) == [])
        var underWay = Samples.entries(1...1)
        var done: [FeedEntry] = []
        while done.count < 40 {
            done += underWay
            var actions = desk.handle(.applied(try #require(underWay.last).offset))
            if let from = actions.fetches.first, from < 40 {
                // The server gives what it has, far more than there is room for.
                actions += desk.reply(desk.events((from + 1)...40), to: desk.outstanding)
            }
            underWay = actions.applied.first ?? []
            #expect(underWay.count <= 4)
            try #require(done.count == 40 || !underWay.isEmpty, "it stood still after \(done.count)")
        }
        #expect(done == Samples.entries(1...40))
    }
}
