import Bus
import Contracts
import EventSourcing

extension FuzzTarget {
    /// What a client reads from any service.
    static let reply = FuzzTarget(name: "reply") {
        let events = FeedReply.Events(
            epoch: Examples.epoch,
            head: FeedOffset(9),
            entries: (4...6).map(Examples.entry)
        )
        let page = FeedReply.Snapshot(
            epoch: Examples.epoch,
            asOf: FeedOffset(9),
            entries: [3, 7].map(Examples.entry),
            isLast: true
        )
        let welcome = """
            {"acked":0,"epoch":"\(Examples.epoch)","floor":0,"head":9,"heartbeatMs":1000,"maxBytes":1048576,\
            "maxEvents":500}
            """
        let replies: [FeedReply] = [
            .events(events), .snapshot(page), .acknowledged,
            .error(FeedReply.Fault(.gone, "the entries are no longer kept.")),
        ]
        return try replies.map { Script.input(try $0.frames) }
            + [Script.input([Array("WELCOME".utf8), Array(welcome.utf8)])]
    } run: { bytes in
        guard let reply = FeedReply(frames: Script.parts(bytes[...])[...]) else { return }
        guard let frames = try? reply.frames else {
            return require(false, "a reply that was accepted can be written")
        }
        require(FeedReply(frames: frames[...]) == reply, "a reply is the same when it is written and read again")
    }
}
