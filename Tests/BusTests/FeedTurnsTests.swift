import Bus
import EventSourcing
import Testing

@Suite("The turns at a feed server")
struct FeedTurnsTests {
    private var server = FeedServer(epoch: Samples.epoch, head: FeedOffset(10))

    private mutating func fetch(
        _ peer: UInt8,
        _ from: Int64 = 0,
        waitMs: Int = 0,
        sender: String? = "politie"
    ) -> [FeedServer.Action] {
        let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(from), waitMs: waitMs)
        return tell(.fetch(fetch), peer, sender: sender)
    }

    private mutating func tell(
        _ request: FeedRequest,
        _ peer: UInt8,
        sender: String? = "politie"
    ) -> [FeedServer.Action] {
        server.handle(.message([peer], Envelope(identifier: [peer]).frames(of: request), sender: sender), now: .zero)
    }

    /// The tickets of what is to be read.
    private func tickets(_ actions: [FeedServer.Action]) -> [FeedServer.Ticket] {
        actions.compactMap { action in
            switch action {
            case .read(let ticket, _, _, _), .lookUp(let ticket, _), .readSnapshot(let ticket, _, _, _, _): ticket
            case .reply, .acknowledge, .notePark: nil
            }
        }
    }

    private func codes(_ actions: [FeedServer.Action]) -> [FeedReply.FaultCode] {
        actions.compactMap { action in
            guard case .reply(_, let frames) = action,
                case .error(let fault)? = FeedReply(frames: frames.dropFirst(2))
            else { return nil }
            return fault.code
        }
    }

    @Test("read one thing at a time for a peer, whatever it asks before that has come; the newest waits")
    mutating func onePeer() throws {
        let first = try #require(tickets(fetch(1)).first)
        for request in [FeedRequest.snapshot(.init(epoch: Samples.epoch)), .hello(.init(consumer: "x"))] {
            #expect(tell(request, 1) == [])
        }
        for from in Int64(0)..<9 { #expect(fetch(1, from) == []) }
        #expect(server.waitingCount == 1)
        let actions = server.handle(.entries(first, Samples.entries(1...10)), now: .zero)
        guard case .reply? = actions.first, case .read(_, FeedOffset(8), _, _)? = actions.last, actions.count == 2
        else { return #expect(Bool(false), "\(actions)") }
        #expect(server.waitingCount == 0)
    }

    @Test("read four things at a time for a sender and the others in the order of arrival; another one need not wait")
    mutating func oneSender() throws {
        var underWay: [FeedServer.Ticket] = []
        for peer in UInt8(1)...4 { underWay += tickets(fetch(peer)) }
        #expect(underWay.count == 4)
        for peer in UInt8(5)...68 { #expect(fetch(peer) == []) }
        #expect(codes(fetch(69)) == [.busy])
        #expect(tickets(fetch(100, sender: "gemeente")).count == 1)
        #expect(tickets(fetch(101, sender: nil)).count == 1)
        var served: [FeedServer.Ticket] = []
        while !underWay.isEmpty {
            let ticket = underWay.removeFirst()
            served.append(ticket)
            // However a read ends, the next one has its turn.
            let outcome: FeedServer.Input =
                switch served.count % 3 {
                case 0: .unanswered(ticket)
                case 1: .entries(ticket, Samples.entries(1...10))
                default: .refused(ticket, FeedReply.Fault(.badRequest, "no."))
                }
            underWay += tickets(server.handle(outcome, now: .zero))
            #expect(underWay.count <= 4)
        }
        #expect(served.count == 68)
        #expect(server.waitingCount == 0)
        // A turn that was given back twice is not two turns.
        for peer in UInt8(1)...4 { #expect(tickets(fetch(peer)).count == 1) }
        for ticket in served { #expect(server.handle(.unanswered(ticket), now: .zero) == []) }
        #expect(fetch(5) == [])
    }

    @Test("wake the 64 consumers of one sender without telling any of them to come back")
    mutating func wake() {
        for peer in UInt8(1)...64 { #expect(fetch(peer, 10, waitMs: 1000) == []) }
        var underWay = tickets(server.handle(.head(FeedOffset(11)), now: .zero))
        #expect(underWay.count == 4)
        var count = 0
        while let ticket = underWay.popLast() {
            count += 1
            let actions = server.handle(.entries(ticket, Samples.entries(11...11)), now: .zero)
            #expect(codes(actions) == [])
            underWay += tickets(actions)
        }
        #expect(count == 64)
    }

    @Test("tell who has waited two seconds for one to come back")
    mutating func late() {
        for peer in UInt8(1)...5 { _ = fetch(peer) }
        #expect(server.handle(.tick, now: .milliseconds(1999)) == [])
        #expect(codes(server.handle(.tick, now: .seconds(2))) == [.busy])
        #expect(server.waitingCount == 0)
    }

    @Test("keep 512 acknowledgements of a sender at a time")
    mutating func notes() throws {
        let request = FeedRequest.acknowledge(.init(consumer: "x", epoch: Samples.epoch, upTo: FeedOffset(1)))
        guard case .acknowledge(let first, _, _)? = tell(request, 1).first else { return #expect(Bool(false)) }
        for _ in 2...512 { #expect(codes(tell(request, 1)) == []) }
        #expect(codes(tell(request, 2)) == [.busy])
        guard case .acknowledge? = tell(request, 1, sender: "gemeente").first else { return #expect(Bool(false)) }
        #expect(server.handle(.kept(first), now: .zero).count == 1)
        #expect(codes(tell(request, 2)) == [])
        #expect(codes(tell(request, 2)) == [.busy])
    }
}
