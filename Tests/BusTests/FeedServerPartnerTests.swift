import Bus
import EventSourcing
import Testing

@Suite("A feed server for partners")
struct FeedServerPartnerTests {
    private func server(floor: Int64 = 4, expecting: Set<String>? = nil) -> FeedServer {
        FeedServer(epoch: Samples.epoch, head: FeedOffset(10), floor: FeedOffset(floor), expecting: expecting)
    }

    private func ask(
        _ server: inout FeedServer,
        _ request: FeedRequest,
        peer: FeedServer.Peer = [1],
        sender: String? = nil
    ) -> [FeedServer.Action] {
        let frames = Envelope(identifier: [7]).frames(of: request)
        return server.handle(.message(peer, frames, sender: sender), now: .zero)
    }

    private func reply(_ actions: [FeedServer.Action]) -> FeedReply? {
        guard case .reply(_, let frames)? = actions.first, actions.count == 1 else { return nil }
        return FeedReply(frames: frames.dropFirst(2))
    }

    private func fault(_ actions: [FeedServer.Action]) -> FeedReply.Fault? {
        guard case .error(let fault)? = reply(actions) else { return nil }
        return fault
    }

    private func fetch(_ from: Int64, waitMs: Int = 1000) -> FeedRequest {
        .fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(from), waitMs: waitMs))
    }

    // MARK: Floor

    @Test("tells its floor, serves what comes after it, and names the way back in for what came before")
    func floor() throws {
        var server = server()
        guard case .lookUp(let ticket, _)? = ask(&server, .hello(FeedRequest.Hello(consumer: "x"))).first,
            case .welcome(let welcome)? = reply(server.handle(.acknowledged(ticket, .start), now: .zero))
        else { return #expect(Bool(false)) }
        #expect((welcome.floor, welcome.head) == (4, 10))
        guard case .read(_, FeedOffset(4), _, _)? = ask(&server, fetch(4)).first else { return #expect(Bool(false)) }
        for from in Int64(0)...3 {
            let gone = try #require(fault(ask(&server, fetch(from))))
            #expect(gone.code == .gone)
            #expect(gone.message.contains("SNAPSHOT"))
        }
    }

    @Test("has a floor that rises only, and answers what was being read below it with the fault")
    func risingFloor() throws {
        var server = server()
        guard case .read(let ticket, _, _, _)? = ask(&server, fetch(5)).first else { return #expect(Bool(false)) }
        #expect(server.handle(.floor(FeedOffset(8)), now: .zero) == [])
        #expect(server.handle(.floor(FeedOffset(2)), now: .zero) == [])
        #expect(fault(server.handle(.entries(ticket, Samples.entries(9...10)), now: .zero))?.code == .gone)
        #expect(fault(ask(&server, fetch(7)))?.code == .gone)
        guard case .read? = ask(&server, fetch(8)).first else { return #expect(Bool(false)) }
    }

    @Test("lets a fetch that waits at the head wait on when all before it goes")
    func floorAtHead() {
        var server = server()
        #expect(ask(&server, fetch(10)) == [])
        #expect(server.handle(.floor(FeedOffset(10)), now: .zero) == [])
        #expect(server.waitingCount == 1)
        guard case .read(_, FeedOffset(10), _, _)? = server.handle(.head(FeedOffset(11)), now: .zero).first else {
            return #expect(Bool(false))
        }
    }

    // MARK: Snapshot

    private func snapshot(asOf: Int64 = 0, after: Int64 = 0, max: Int = 500, maxBytes: Int = 1000) -> FeedRequest {
        .snapshot(
            FeedRequest.Snapshot(
                epoch: Samples.epoch,
                asOf: FeedOffset(asOf),
                after: FeedOffset(after),
                max: max,
                maxBytes: maxBytes
            )
        )
    }

    @Test("takes a snapshot as of now and keeps to that place while the feed grows; the last page has the newest entry")
    func pages() {
        var server = server()
        guard
            case .readSnapshot(let first, FeedOffset(10), .start, 2, 1000)? = ask(&server, snapshot(max: 2)).first,
            case .readSnapshot(let more, FeedOffset(10), FeedOffset(7), 1, 1)? =
                server.handle(.snapshot(first, [Samples.entry(3), Samples.entry(7)], asOf: FeedOffset(10)), now: .zero)
                .first,
            case .snapshot(let page)? = reply(
                server.handle(.snapshot(more, [Samples.entry(10)], asOf: FeedOffset(10)), now: .zero)
            )
        else { return #expect(Bool(false)) }
        #expect((page.asOf, page.isLast, page.epoch) == (FeedOffset(10), false, Samples.epoch))
        #expect(page.entries == [Samples.entry(3), Samples.entry(7)])
        _ = server.handle(.head(FeedOffset(12)), now: .zero)
        guard
            case .readSnapshot(let next, FeedOffset(10), FeedOffset(7), _, _)? =
                ask(&server, snapshot(asOf: 10, after: 7)).first,
            case .snapshot(let last)? = reply(
                server.handle(.snapshot(next, [Samples.entry(10)], asOf: FeedOffset(10)), now: .zero)
            )
        else { return #expect(Bool(false)) }
        #expect(last.isLast)
    }

    @Test("says of the last page that it is, also when the newest entry is not in the snapshot")
    func olderAtTheEnd() {
        var server = server()
        guard case .readSnapshot(let first, FeedOffset(10), .start, _, _)? = ask(&server, snapshot()).first,
            case .readSnapshot(let more, FeedOffset(10), FeedOffset(7), 1, 1)? =
                server.handle(.snapshot(first, [Samples.entry(7)], asOf: FeedOffset(10)), now: .zero).first,
            case .snapshot(let page)? = reply(server.handle(.snapshot(more, [], asOf: FeedOffset(10)), now: .zero))
        else { return #expect(Bool(false)) }
        #expect((page.asOf, page.isLast) == (FeedOffset(10), true))
        #expect(page.entries == [Samples.entry(7)])
    }

    @Test("gives the one empty page of an empty feed, and ends a snapshot of which nothing is left")
    func emptyPages() {
        var empty = FeedServer(epoch: Samples.epoch, head: .start)
        guard case .readSnapshot(let ticket, .start, .start, _, _)? = ask(&empty, snapshot()).first,
            case .snapshot(let page)? = reply(empty.handle(.snapshot(ticket, [], asOf: .start), now: .zero))
        else { return #expect(Bool(false)) }
        #expect((page.isLast, page.entries) == (true, []))
    }

    @Test("reads no more for a snapshot than its limits, and refuses what makes no sense")
    func snapshotLimits() {
        var server = server()
        guard case .readSnapshot(_, _, _, 500, 1_048_576)? = ask(&server, snapshot(max: .max, maxBytes: .max)).first
        else { return #expect(Bool(false)) }
        let odd = [
            (0, 0, 0, 1), (0, 0, 1, 0), (11, 0, 1, 1), (5, 6, 1, 1), (0, 11, 1, 1), (0, 0, -1, 1),
        ]
        for (asOf, after, max, maxBytes) in odd {
            let request = snapshot(asOf: Int64(asOf), after: Int64(after), max: max, maxBytes: maxBytes)
            #expect(fault(ask(&server, request))?.code == .badRequest, "\(asOf) \(after) \(max) \(maxBytes)")
        }
        let negative = #"{"epoch":"\#(Samples.epoch)","asOf":-1,"after":-1,"max":1,"maxBytes":1}"#
        let frames = [Envelope.magic, [7], Array("SNAPSHOT".utf8), Array(negative.utf8)]
        #expect(fault(server.handle(.message([1], frames), now: .zero))?.code == .badRequest)
        let other = FeedRequest.Snapshot(epoch: Samples.otherEpoch)
        #expect(fault(ask(&server, .snapshot(other)))?.code == .epochChanged)
    }

    @Test("passes on what the service refuses")
    func refused() {
        var server = server()
        guard case .readSnapshot(let ticket, _, _, _, _)? = ask(&server, snapshot()).first else {
            return #expect(Bool(false))
        }
        let why = FeedReply.Fault(.badRequest, "no snapshots here.")
        #expect(fault(server.handle(.refused(ticket, why), now: .zero)) == why)
    }

    // MARK: What was set aside

    private func parked(_ offset: Int64, _ reason: String = "het past niet", consumer: String = "x") -> FeedRequest {
        .parked(
            FeedRequest.Parked(
                consumer: consumer,
                epoch: Samples.epoch,
                offset: FeedOffset(offset),
                reason: reason
            )
        )
    }

    @Test("keeps that an entry was set aside, and says so when it is kept")
    func parks() {
        var server = server()
        guard case .notePark(let ticket, "x", FeedOffset(3), "het past niet")? = ask(&server, parked(3)).first else {
            return #expect(Bool(false))
        }
        #expect(reply(server.handle(.kept(ticket), now: .zero)) == .acknowledged)
        guard case .notePark? = ask(&server, parked(10, String(repeating: "\u{e9}", count: 500))).first else {
            return #expect(Bool(false))
        }
    }

    @Test(
        "keeps no reason that is empty, long or more than a line of plain text",
        arguments: [
            "", String(repeating: "a", count: 501), "e" + String(repeating: "\u{301}", count: 500), "a\nb",
            "a\u{2028}b",
            "a\u{1B}[2J", "a\u{0}", "\u{202E}gnp.exe",
        ]
    )
    func oddReason(_ reason: String) {
        var server = server()
        #expect(fault(ask(&server, parked(3, reason)))?.message.contains("one line of 1 to 500") == true)
    }

    @Test("keeps nothing of an entry that is not there, of another life or of a consumer without a proper name")
    func oddPark() {
        var server = server()
        for offset in [Int64(0), 11] { #expect(fault(ask(&server, parked(offset)))?.code == .badRequest) }
        #expect(fault(ask(&server, parked(3, consumer: "Een Naam")))?.code == .badRequest)
        let other = FeedRequest.Parked(consumer: "x", epoch: Samples.otherEpoch, offset: FeedOffset(3), reason: "r")
        #expect(fault(ask(&server, .parked(other)))?.code == .epochChanged)
        var empty = FeedServer(epoch: Samples.epoch, head: .start)
        #expect(fault(ask(&empty, parked(1)))?.code == .badRequest)
    }

    // MARK: Senders

    @Test("does nothing for another than those it is for, whatever the request", arguments: ["gemeente", nil])
    func otherSender(_ sender: String?) throws {
        var server = server(floor: 0, expecting: ["politie"])
        let requests: [FeedRequest] = [
            .hello(FeedRequest.Hello(consumer: "x")), fetch(0), fetch(10), snapshot(), parked(3),
            .acknowledge(FeedRequest.Acknowledge(consumer: "x", epoch: Samples.epoch, upTo: FeedOffset(1))),
            .query(Samples.query),
        ]
        for request in requests {
            let denied = try #require(fault(ask(&server, request, sender: sender)))
            #expect(denied.code == .denied)
        }
        let unknown = [Envelope.magic, [7], Array("WHAT".utf8), Array("{}".utf8)]
        #expect(fault(server.handle(.message([1], unknown, sender: sender), now: .zero))?.code == .denied)
        #expect(server.waitingCount == 0)
        guard case .read? = ask(&server, fetch(0), sender: "politie").first else { return #expect(Bool(false)) }
    }

    @Test("holds 64 fetches of one sender, and then those of another", arguments: ["politie", nil])
    func waitingOfOneSender(_ sender: String?) {
        var server = server()
        for peer in UInt8(0)..<64 { #expect(ask(&server, fetch(10), peer: [peer], sender: sender) == []) }
        #expect(fault(ask(&server, fetch(10), peer: [64], sender: sender))?.code == .busy)
        // A peer that asks again keeps its place.
        #expect(ask(&server, fetch(10), peer: [3], sender: sender) == [])
        #expect(ask(&server, fetch(10), peer: [64], sender: "gemeente") == [])
        #expect(server.waitingCount == 65)
        guard case .read? = ask(&server, fetch(9), peer: [64], sender: sender).first else {
            return #expect(Bool(false))
        }
    }
}
