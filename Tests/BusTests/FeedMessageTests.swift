import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import Testing

@Suite("A feed message")
struct FeedMessageTests {
    private static func requests() throws -> [FeedRequest] {
        let mark = FeedMark(feed: "registratie", epoch: Samples.epoch.description, offset: 3)
        return [
            .hello(FeedRequest.Hello(consumer: "planning", versions: [1, 2])),
            .fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(7), max: 3, maxBytes: 99, waitMs: 250)),
            .acknowledge(FeedRequest.Acknowledge(consumer: "x", epoch: Samples.epoch, upTo: FeedOffset(.max))),
            .snapshot(FeedRequest.Snapshot(epoch: Samples.epoch)),
            .snapshot(
                FeedRequest.Snapshot(
                    epoch: Samples.epoch,
                    asOf: FeedOffset(9),
                    after: FeedOffset(4),
                    max: 2,
                    maxBytes: 8
                )
            ),
            .parked(
                FeedRequest.Parked(consumer: "x", epoch: Samples.epoch, offset: FeedOffset(4), reason: "het past niet")
            ),
            .command(
                CommandRequest(
                    key: UUID(),
                    type: "doe-iets",
                    expectedRevision: 4,
                    deadline: 1_700_000_000_000_000,
                    issuedBy: try Samples.issuer(),
                    after: [mark],
                    body: .object(["a": .array([.null, .number(0.25), .string("é/\u{1F600}")])])
                )
            ),
            .command(try Samples.command()),
            .query(QueryRequest(type: "wat", after: [mark], body: .string("x"))),
        ]
    }

    private static func replies() -> [FeedReply] {
        [
            .events(FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(9), entries: Samples.entries(4...8))),
            .events(FeedReply.Events(epoch: Samples.epoch, head: .start, entries: [])),
            .snapshot(
                FeedReply.Snapshot(
                    epoch: Samples.epoch,
                    asOf: FeedOffset(9),
                    entries: Samples.entries(4...8),
                    isLast: false
                )
            ),
            .snapshot(FeedReply.Snapshot(epoch: Samples.epoch, asOf: .start, entries: [], isLast: true)),
            .acknowledged,
            .reply(
                .done(
                    CommandReply.Done(
                        stream: "area/1",
                        revision: 2,
                        events: ["nl.kvo.x.v1"],
                        mark: FeedMark(feed: "f", epoch: "e", offset: 1),
                        result: .bool(true)
                    )
                )
            ),
            .reply(.done(CommandReply.Done(stream: nil, revision: nil, events: [], mark: nil, result: nil))),
            .reply(
                .refused(
                    CommandReply.Refused(
                        code: .invalid,
                        gate: "g",
                        message: "no.",
                        place: FilePlace(file: "a.csv", line: 2, column: 3)
                    )
                )
            ),
        ]
            + [.badRequest, .unsupportedVersion, .epochChanged, .gone, .busy, .denied].map { code in
                .error(FeedReply.Fault(code, "why."))
            }
    }

    @Test("that asks is read as it was written")
    func requestRoundTrip() throws {
        for request in try Self.requests() {
            #expect(try FeedRequest(frames: request.frames[...]) == request)
        }
    }

    @Test("that answers is read as it was written")
    func replyRoundTrip() throws {
        for reply in Self.replies() { #expect(try FeedReply(frames: reply.frames[...]) == reply) }
    }

    @Test("has the frames of the contract")
    func worked() throws {
        let fetch = FeedRequest.fetch(FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(7), waitMs: 2000))
        #expect(
            try fetch.frames.map { String(decoding: $0, as: UTF8.self) } == [
                "FETCH",
                #"{"epoch":"00010203-0405-0607-0809-0a0b0c0d0eff","from":7,"max":500,"maxBytes":1048576,"waitMs":2000}"#,
            ]
        )
        let events = FeedReply.events(
            FeedReply.Events(epoch: Samples.epoch, head: FeedOffset(8), entries: [Samples.entry(7, topic: "e/a/")])
        )
        #expect(
            try events.frames.map { String(decoding: $0, as: UTF8.self) } == [
                "EVENTS",
                #"{"entries":[{"offset":7,"topic":"e/a/"}],"epoch":"00010203-0405-0607-0809-0a0b0c0d0eff","head":8}"#,
                "event 7",
            ]
        )
        #expect(try FeedReply.acknowledged.frames == [Array("OK".utf8), Array("{}".utf8)])
    }

    @Test("about snapshots and what was set aside has the frames of the contract")
    func workedSnapshot() throws {
        func texts(_ frames: [[UInt8]]) -> [String] { frames.map { String(decoding: $0, as: UTF8.self) } }
        let epoch = Samples.epoch
        #expect(
            try texts(FeedRequest.snapshot(FeedRequest.Snapshot(epoch: epoch, after: FeedOffset(3))).frames) == [
                "SNAPSHOT", #"{"after":3,"asOf":0,"epoch":"\#(epoch)","max":500,"maxBytes":1048576}"#,
            ]
        )
        let page = FeedReply.Snapshot(
            epoch: epoch,
            asOf: FeedOffset(8),
            entries: [Samples.entry(7, topic: "e/a/")],
            isLast: false
        )
        #expect(
            try texts(FeedReply.snapshot(page).frames) == [
                "SNAP",
                #"{"asOf":8,"entries":[{"offset":7,"topic":"e/a/"}],"epoch":"\#(epoch)","isLast":false}"#,
                "event 7",
            ]
        )
        let parked = FeedRequest.Parked(consumer: "x", epoch: epoch, offset: FeedOffset(4), reason: "stuk")
        #expect(
            try texts(FeedRequest.parked(parked).frames) == [
                "PARKED", #"{"consumer":"x","epoch":"\#(epoch)","offset":4,"reason":"stuk"}"#,
            ]
        )
        #expect(
            try texts(FeedReply.error(FeedReply.Fault(.denied, "nee.")).frames) == [
                "ERR", #"{"code":"denied","message":"nee."}"#,
            ]
        )
    }

    @Test("with members that a later version may have added is read all the same")
    func unknownMembers() throws {
        let hello = #"{"consumer":"x","versions":[1,7],"last":{"epoch":"e","offset":3},"colour":null}"#
        #expect(
            try FeedRequest(frames: [Array("HELLO".utf8), Array(hello.utf8)])
                == .hello(FeedRequest.Hello(consumer: "x", versions: [1, 7]))
        )
        let snap = #"{"asOf":1,"entries":[],"epoch":"\#(Samples.epoch)","isLast":true,"of":"everything"}"#
        #expect(FeedReply(frames: [Array("SNAP".utf8), Array(snap.utf8)]) != nil)
    }

    @Test("with a batch is refused when bodies and entries differ in number, or an offset or head is impossible")
    func impossibleBatch() throws {
        let json = #"{"entries":[{"offset":7,"topic":"t"}],"epoch":"00010203-0405-0607-0809-0a0b0c0d0eff","head":8}"#
        func read(_ json: String, bodies: Int = 1) -> FeedReply? {
            let frames = [Array("EVENTS".utf8), Array(json.utf8)] + [[UInt8]](repeating: [1], count: bodies)
            return FeedReply(frames: frames[...])
        }
        #expect(read(json) != nil)
        #expect(read(json, bodies: 0) == nil)
        #expect(read(json, bodies: 2) == nil)
        #expect(read(json.replacing(#""offset":7"#, with: #""offset":0"#)) == nil)
        #expect(read(json.replacing(#""offset":7"#, with: #""offset":-1"#)) == nil)
        #expect(read(json.replacing(#""head":8"#, with: #""head":-8"#)) == nil)
        #expect(read(json.replacing("0405", with: "04")) == nil)
        let snap = json.replacing(#","head":8"#, with: #","asOf":8,"isLast":true"#)
        func readSnap(_ json: String, bodies: Int = 1) -> FeedReply? {
            FeedReply(frames: ([Array("SNAP".utf8), Array(json.utf8)] + [[UInt8]](repeating: [1], count: bodies))[...])
        }
        #expect(readSnap(snap) != nil)
        #expect(readSnap(snap, bodies: 2) == nil)
        #expect(readSnap(snap.replacing(#""asOf":8"#, with: #""asOf":-8"#)) == nil)
        #expect(readSnap(snap.replacing(#""offset":7"#, with: #""offset":0"#)) == nil)
        #expect(readSnap(snap.replacing(#","isLast":true"#, with: "")) == nil)
    }

    @Test("with a wrong verb, frame count or JSON gets a sentence that says so")
    func faults() throws {
        func fault(_ frames: [[UInt8]]) -> FeedReply.Fault? {
            do throws(FeedReply.Fault) {
                _ = try FeedRequest(frames: frames[...])
                return nil
            } catch {
                return error
            }
        }
        #expect(fault([])?.code == .badRequest)
        #expect(fault([Array("FETCH".utf8)])?.message.contains("two frames") == true)
        #expect(fault([Array("FETCH".utf8), Array("{}".utf8), []])?.message.contains("two frames") == true)
        #expect(fault([Array("SUBSCRIBE".utf8), Array("{}".utf8)])?.message.contains("FETCH") == true)
        #expect(fault([Array("HELLO".utf8), Array("{}".utf8)])?.message.contains("consumer") == true)
        #expect(fault([Array("HELLO".utf8), []])?.code == .badRequest)
    }

    @Test("of garbage never crashes its reader")
    func garbage() throws {
        var dice = Dice(seed: 2026)
        var valid = try Self.requests().map { try $0.frames } + (try Self.replies().map { try $0.frames })
        valid += [Samples.live(7).frames, Samples.heartbeat(8).frames]
        valid = valid.map { [[], Envelope.magic, [1, 2, 3]] + $0 }
        var accepted = 0
        for turn in 0..<6000 {
            var frames = valid[turn % valid.count]
            if turn % 3 == 0 {
                frames = (0..<Int.random(in: 0...5, using: &dice)).map { _ in
                    (0..<Int.random(in: 0...80, using: &dice)).map { _ in UInt8.random(in: .min ... .max, using: &dice)
                    }
                }
            } else {
                for _ in 0...Int.random(in: 0...3, using: &dice) { Self.mutate(&frames, &dice) }
            }
            // A mutation may be harmless; what counts is that every reader comes to an end.
            for part in [frames[...], frames.dropFirst(2), frames.dropFirst(3)] {
                var rest = part
                _ = Envelope(frames: &rest)
                _ = LiveMessage(frames: Array(part))
                if let reply = FeedReply(frames: part) {
                    accepted += 1
                    #expect(try FeedReply(frames: reply.frames[...]) == reply)
                }
                if let request = try? FeedRequest(frames: part) {
                    accepted += 1
                    #expect(try FeedRequest(frames: request.frames[...]) == request)
                }
            }
        }
        #expect(accepted > 100)
    }

    private static func mutate(_ frames: inout [[UInt8]], _ dice: inout Dice) {
        guard let place = frames.indices.randomElement(using: &dice) else { return }
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: frames.remove(at: place)
        case 1: frames.insert(frames[place], at: place)
        case 2: frames[place] = Array(frames[place].prefix(Int.random(in: 0...8, using: &dice)))
        default:
            guard let byte = frames[place].indices.randomElement(using: &dice) else { return }
            frames[place][byte] = UInt8.random(in: .min ... .max, using: &dice)
        }
    }
}
