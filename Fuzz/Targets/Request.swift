import Bus
import CloudEvents
import Contracts
import EventSourcing

extension FuzzTarget {
    /// What a service reads from any client: the envelope and the request.
    static let request = FuzzTarget(name: "request") {
        let envelope = Envelope(identifier: [0, 0, 0, 0, 0, 0, 0, 7])
        let requests: [FeedRequest] = [
            .hello(FeedRequest.Hello(consumer: "planning")),
            .fetch(FeedRequest.Fetch(epoch: Examples.epoch, from: FeedOffset(3), waitMs: 2000)),
            .acknowledge(FeedRequest.Acknowledge(consumer: "planning", epoch: Examples.epoch, upTo: FeedOffset(3))),
            .snapshot(FeedRequest.Snapshot(epoch: Examples.epoch, asOf: FeedOffset(9), after: FeedOffset(3))),
            .parked(
                FeedRequest.Parked(consumer: "p", epoch: Examples.epoch, offset: FeedOffset(3), reason: "onleesbaar")
            ),
            .command(try Examples.command()),
            .query(QueryRequest(type: "registry.status", body: .object([:]))),
        ]
        return requests.map { Script.input(envelope.frames(of: $0)) }
            + [Script.input(Envelope(isDelimited: true, identifier: [1]).frames(of: requests[0]))]
    } run: { bytes in
        let message = Script.parts(bytes[...])
        var rest = message[...]
        guard let envelope = Envelope(frames: &rest) else { return }
        require(envelope.frames == Array(message.dropLast(rest.count)), "an envelope is written as it was read")
        do throws(FeedReply.Fault) {
            let request = try FeedRequest(frames: rest)
            var again = envelope.frames(of: request)[...]
            require(Envelope(frames: &again) == envelope, "the envelope of a request can be read again")
            let repeated = try? FeedRequest(frames: again)
            require(repeated == request, "a request that was accepted is the same when it is written and read again")
        } catch {
            require(!error.message.isEmpty, "a refusal says why")
            let answer = envelope.frames(of: .error(error))
            require(FeedReply(frames: answer.suffix(2)) == .error(error), "a refusal reaches the client as it is")
        }
    }
}
