import Bus
import EventSourcing
import Foundation
import Testing

@Suite("A feed server")
struct FeedServerTests {
    /// A server with the readable side of its actions.
    private struct Desk {
        var server = FeedServer(epoch: Samples.epoch, head: FeedOffset(10))
        var now: Duration = .zero

        mutating func ask(
            _ request: FeedRequest,
            peer: UInt8 = 1,
            envelope: Envelope = Envelope(identifier: [7])
        ) -> [FeedServer.Action] {
            server.handle(.message([peer], envelope.frames(of: request)), now: now)
        }

        mutating func fetch(
            from: Int64,
            max: Int = 500,
            maxBytes: Int = 1_048_576,
            waitMs: Int = 1000,
            epoch: Epoch = Samples.epoch,
            peer: UInt8 = 1,
            identifier: [UInt8] = [7]
        ) -> [FeedServer.Action] {
            let json =
                #"{"epoch":"\#(epoch)","from":\#(from),"max":\#(max),"maxBytes":\#(maxBytes),"waitMs":\#(waitMs)}"#
            return tell([Envelope.magic, identifier, Array("FETCH".utf8), Array(json.utf8)], peer: peer)
        }

        mutating func tell(_ frames: [[UInt8]], peer: UInt8 = 1) -> [FeedServer.Action] {
            server.handle(.message([peer], frames), now: now)
        }

        mutating func handle(_ input: FeedServer.Input) -> [FeedServer.Action] { server.handle(input, now: now) }
    }

    private struct Answer: Equatable {
        var peer: UInt8
        var envelope: Envelope
        var reply: FeedReply
    }

    private func answers(_ actions: [FeedServer.Action]) throws -> [Answer] {
        try actions.compactMap { action in
            guard case .reply(let peer, let frames) = action else { return nil }
            var rest = frames[...]
            let envelope = try #require(Envelope(frames: &rest))
            return Answer(
                peer: try #require(peer.first),
                envelope: envelope,
                reply: try #require(FeedReply(frames: rest))
            )
        }
    }

    private func fault(_ actions: [FeedServer.Action]) throws -> FeedReply.Fault? {
        let answers = try answers(actions)
        #expect(answers.count == actions.count)
        guard case .error(let fault)? = answers.first?.reply else { return nil }
        return fault
    }

    private func nothing(head: Int64) -> FeedReply {
        .events(FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(head), entries: []))
    }

    @Test("reads at once what a consumer does not have, and answers in the consumer's envelope")
    func immediate() throws {
        var desk = Desk()
        let actions = desk.fetch(from: 4, identifier: [1, 2])
        guard case .read(let ticket, let after, let limit, let bytes)? = actions.first else {
            Issue.record("\(actions)")
            return
        }
        #expect((after, limit, bytes) == (FeedOffset(4), 500, 1_048_576))
        let answer = try answers(desk.handle(.entries(ticket, Samples.entries(5...10))))
        let events = FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(10), entries: Samples.entries(5...10))
        #expect(answer == [Answer(peer: 1, envelope: Envelope(identifier: [1, 2]), reply: .events(events))])
        #expect(desk.server.waitingCount == 0)
    }

    @Test("never reads more than the limits, whatever is asked")
    func limits() {
        var desk = Desk()
        guard case .read(_, _, 500, 1_048_576)? = desk.fetch(from: 0, max: .max, maxBytes: .max).first,
            case .read(_, _, 3, 99)? = desk.fetch(from: 0, max: 3, maxBytes: 99, peer: 2).first
        else { return #expect(Bool(false)) }
    }

    @Test("tells the newest head that it knows, also when reading overtook the notice of it")
    func overtaking() throws {
        var desk = Desk()
        guard case .read(let ticket, _, _, _)? = desk.fetch(from: 10 - 1).first else { return #expect(Bool(false)) }
        let answer = try answers(desk.handle(.entries(ticket, Samples.entries(10...12))))
        guard case .events(let events)? = answer.first?.reply else { return #expect(Bool(false)) }
        #expect(events.head == FeedOffset(12))
        #expect(desk.fetch(from: 12) == [])
    }

    @Test("holds a fetch at the head until there is more")
    func longPoll() {
        var desk = Desk()
        #expect(desk.fetch(from: 10) == [])
        #expect(desk.server.waitingCount == 1)
        desk.now = .milliseconds(999)
        #expect(desk.handle(.tick) == [])
        #expect(desk.handle(.head(FeedOffset(10))) == [])
        guard case .read(_, FeedOffset(10), _, _)? = desk.handle(.head(FeedOffset(11))).first else {
            return #expect(Bool(false))
        }
        #expect(desk.server.waitingCount == 0)
        desk.now = .seconds(5)
        #expect(desk.handle(.tick) == [])
    }

    @Test("answers a held fetch with nothing when its wait is over")
    func timeout() throws {
        var desk = Desk()
        _ = desk.fetch(from: 10, waitMs: 250)
        desk.now = .milliseconds(250)
        let answer = try answers(desk.handle(.tick))
        #expect(answer.map(\.reply) == [nothing(head: 10)])
        #expect(desk.handle(.head(FeedOffset(11))) == [])
    }

    @Test("answers at once with nothing when the consumer does not want to wait")
    func noWait() throws {
        var desk = Desk()
        #expect(try answers(desk.fetch(from: 10, waitMs: 0)).map(\.reply) == [nothing(head: 10)])
    }

    @Test("holds one fetch of a peer: a later one takes its place")
    func oneFetch() throws {
        var desk = Desk()
        _ = desk.fetch(from: 10, waitMs: 100, identifier: [1])
        _ = desk.fetch(from: 10, waitMs: 900, identifier: [2])
        _ = desk.fetch(from: 10, waitMs: 900, peer: 2, identifier: [3])
        #expect(desk.server.waitingCount == 2)
        desk.now = .milliseconds(500)
        #expect(desk.handle(.tick) == [])
        desk.now = .milliseconds(900)
        #expect(try Set(answers(desk.handle(.tick)).map(\.envelope.identifier)) == [[2], [3]])
    }

    @Test("gives up a held fetch when its peer asks for something that is there")
    func replacedByRead() {
        var desk = Desk()
        _ = desk.fetch(from: 10)
        #expect(desk.fetch(from: 3).count == 1)
        #expect(desk.server.waitingCount == 0)
    }

    @Test("refuses a fetch and an acknowledgement of another life of the feed")
    func epoch() throws {
        var desk = Desk()
        let refused = try #require(try fault(desk.fetch(from: 0, epoch: Samples.otherEpoch)))
        #expect(refused.code == .epochChanged)
        #expect(refused.message.contains(Samples.epoch.description))
        let late = FeedRequest.Acknowledge(consumer: "x", epoch: Samples.otherEpoch, upTo: FeedOffset(1))
        #expect(try fault(desk.ask(.acknowledge(late)))?.code == .epochChanged)
    }

    @Test("refuses a place beyond its head, for it cannot be the feed that was followed")
    func beyond() throws {
        var desk = Desk()
        #expect(try fault(desk.fetch(from: 11))?.code == .epochChanged)
        let far = FeedRequest.Acknowledge(consumer: "x", epoch: Samples.epoch, upTo: FeedOffset(11))
        #expect(try fault(desk.ask(.acknowledge(far)))?.code == .badRequest)
    }

    @Test("refuses limits that make no sense")
    func badLimits() throws {
        var desk = Desk()
        #expect(try fault(desk.fetch(from: -1))?.code == .badRequest)
        #expect(try fault(desk.fetch(from: 0, max: 0))?.code == .badRequest)
        #expect(try fault(desk.fetch(from: 0, maxBytes: 0))?.code == .badRequest)
        #expect(try fault(desk.fetch(from: 0, waitMs: -1))?.code == .badRequest)
        #expect(try fault(desk.fetch(from: 0, waitMs: 25_001))?.code == .badRequest)
        #expect(try fault(desk.fetch(from: 10, waitMs: 25_000)) == nil)
    }

    @Test("answers verbs and JSON that it does not know with a fault, and frames without its envelope not at all")
    func badMessages() throws {
        var desk = Desk()
        let hello = Array("HELLO".utf8)
        for frames in [[Array("PUSH".utf8), Array("{}".utf8)], [hello, Array("{".utf8)], [hello], [hello, [], []]] {
            #expect(try fault(desk.tell([Envelope.magic, [1]] + frames))?.code == .badRequest)
        }
        for frames in [[], [[]], [[0xFF]], [Envelope.magic], [Array("FB2".utf8), [1], hello, Array("{}".utf8)]] {
            #expect(desk.tell(frames) == [])
        }
        #expect(try fault(desk.ask(.command(Samples.command())))?.message.contains("command endpoint") == true)
    }

    @Test(
        "takes consumers' names of 1 to 64 letters a to z, digits and . - _ :",
        arguments: [
            "a", "registry", "analysis", "planning", "certification", "kvo-watch", "nl.politie:mn_07",
            String(repeating: "a", count: 64),
        ]
    )
    func consumerName(_ name: String) {
        var desk = Desk()
        guard case .lookUp(_, name)? = desk.ask(.hello(FeedRequest.Hello(consumer: name))).first else {
            return #expect(Bool(false))
        }
        let acknowledge = FeedRequest.Acknowledge(consumer: name, epoch: Samples.epoch, upTo: FeedOffset(1))
        guard case .acknowledge(_, name, FeedOffset(1))? = desk.ask(.acknowledge(acknowledge)).first else {
            return #expect(Bool(false))
        }
    }

    @Test(
        "keeps no other name, and says which it takes",
        arguments: [
            "", String(repeating: "a", count: 65), "Planning", "planning ", "pl\u{e4}nning", "a/b", "a\u{0}", "a\nb",
            "\u{430}", "e" + String(repeating: "\u{301}", count: 10_000),
        ]
    )
    func oddName(_ name: String) throws {
        var desk = Desk()
        let hello = FeedRequest.hello(FeedRequest.Hello(consumer: name))
        let acknowledge = FeedRequest.Acknowledge(consumer: name, epoch: Samples.epoch, upTo: FeedOffset(1))
        for request in [hello, .acknowledge(acknowledge)] {
            let fault = try #require(try fault(desk.ask(request)))
            #expect(fault.code == .badRequest)
            #expect(fault.message == "a consumer's name has 1 to 64 characters out of a-z, 0-9 and . - _ : only.")
        }
    }

    @Test("says that an acknowledgement is noted when it has been kept, and not before")
    func acknowledgement() throws {
        var desk = Desk()
        let acknowledge = FeedRequest.Acknowledge(consumer: "planning", epoch: Samples.epoch, upTo: FeedOffset(6))
        let asked = desk.ask(.acknowledge(acknowledge), peer: 3, envelope: Envelope(identifier: [4]))
        guard case .acknowledge(let ticket, "planning", FeedOffset(6))? = asked.first, asked.count == 1 else {
            return #expect(Bool(false), "\(asked)")
        }
        desk.now = .seconds(60)
        #expect(desk.handle(.tick) == [])
        let answer = try answers(desk.handle(.kept(ticket)))
        #expect(answer == [Answer(peer: 3, envelope: Envelope(identifier: [4]), reply: .acknowledged)])
    }

    @Test("welcomes a consumer with what there is and what it may ask")
    func welcome() throws {
        var desk = Desk()
        guard case .lookUp(let ticket, "planning")? = desk.ask(.hello(FeedRequest.Hello(consumer: "planning"))).first
        else { return #expect(Bool(false)) }
        let answer = try answers(desk.handle(.acknowledged(ticket, FeedOffset(6))))
        guard case .welcome(let welcome)? = answer.first?.reply else { return #expect(Bool(false)) }
        #expect(welcome.epoch == Samples.epoch.description)
        #expect((welcome.head, welcome.floor, welcome.acked) == (10, 0, 6))
        #expect((welcome.maxEvents, welcome.maxBytes, welcome.heartbeatMs) == (500, 1_048_576, 1000))
    }

    @Test("refuses a consumer that speaks only versions that it does not")
    func version() throws {
        var desk = Desk()
        #expect(
            try fault(desk.ask(.hello(FeedRequest.Hello(consumer: "x", versions: [2]))))?.code == .unsupportedVersion
        )
        #expect(desk.ask(.hello(FeedRequest.Hello(consumer: "x", versions: [2, 1]))).count == 1)
    }

    @Test("holds 1024 fetches and tells the next peer to come back; a place that comes free is given again")
    func busy() throws {
        var desk = Desk()
        func held(_ peer: Int) -> [FeedServer.Action] {
            let fetch = FeedRequest.fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(10), waitMs: 1000))
            let id: [UInt8] = [UInt8(peer >> 8), UInt8(peer & 255)]
            let frames = Envelope(identifier: [1]).frames(of: fetch)
            return desk.server.handle(.message(id, frames, sender: "sender \(peer / 64)"), now: desk.now)
        }
        for peer in 0..<1024 { #expect(held(peer) == []) }
        let refused = held(1024)
        #expect(try fault(refused)?.code == .busy)
        #expect(held(3) == [])
        #expect(desk.server.waitingCount == 1024)
        desk.now = .seconds(1)
        #expect(desk.handle(.tick).count == 1024)
        #expect(held(1024) == [])
    }

    @Test("gives REQ sockets their empty frame back in every answer")
    func delimiter() throws {
        var desk = Desk()
        let envelope = Envelope(isDelimited: true, identifier: [5])
        let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(10), waitMs: 0)
        let late = FeedRequest.Fetch(epoch: Samples.otherEpoch, from: FeedOffset(10), waitMs: 0)
        for request in [FeedRequest.fetch(fetch), .fetch(late)] {
            let actions = desk.ask(request, envelope: envelope)
            guard case .reply(_, let frames)? = actions.first else { return #expect(Bool(false)) }
            #expect(frames.prefix(3) == [[], Envelope.magic, [5]])
        }
    }

    @Test("comes to an end with whatever a peer sends")
    func garbage() throws {
        var dice = Dice(seed: 77)
        var desk = Desk()
        for _ in 0..<3000 {
            var frames = Envelope(identifier: [1]).frames(
                of: .fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(3), waitMs: 10))
            )
            let place = Int.random(in: 0..<frames.count, using: &dice)
            guard let byte = frames[place].indices.randomElement(using: &dice) else { continue }
            frames[place][byte] = UInt8.random(in: .min ... .max, using: &dice)
            for action in desk.tell(frames, peer: UInt8.random(in: 0...3, using: &dice)) {
                if case .read(let ticket, let after, let limit, _) = action {
                    #expect(after < FeedOffset(10) && (1...500).contains(limit))
                    _ = desk.handle(.unanswered(ticket))
                }
            }
        }
        #expect(desk.server.waitingCount <= 4)
    }
}
