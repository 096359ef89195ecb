import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("A command to a plug-in")
struct CommandTests {
    @Test("that is carried out says what it did and where the feed ends")
    func done() async throws {
        let bench = try Bench()
        try await bench.add(2)
        let done = try await bench.add(3).done()
        #expect(done.stream == "counter/1")
        #expect(done.revision == 2)
        #expect(done.events == [Counted.type])
        #expect(done.mark == FeedMark(feed: "counter", epoch: bench.store.epoch.description, offset: 2))
        #expect(done.result == nil)
        #expect(try await bench.total() == 5)
        let metadata = try #require(try await bench.log().last).event.metadata
        #expect(metadata.actor == "gemeente-zeist/projectleider")
        #expect(metadata.recordedAt == Bench.now)
    }

    @Test("that had been done already says so with no events")
    func nothingToDo() async throws {
        let bench = try Bench()
        let done = try await bench.add(0).done()
        #expect(done.events == [])
        #expect(done.revision == 0)
        #expect(try await bench.feed().isEmpty)
    }

    @Test("may have an answer of its own, made after its effect")
    func answer() async throws {
        let bench = try Bench()
        try await bench.add(4)
        let done = try await bench.carryOut(bench.request(AddAndTell(amount: 5))).done()
        #expect(done.result == .object(["total": .integer(9)]))
    }

    @Test("that a rule forbids is refused with the rule's sentence and gate, and nothing of it is kept")
    func refused() async throws {
        let bench = try Bench()
        let refused = try await bench.add(11).refusal()
        #expect(refused.code == .refused)
        #expect(refused.gate == "teller-vol")
        #expect(refused.message == "the counter is at 0 and counts to 10.")
        #expect(try await bench.log().isEmpty)
        #expect(try await bench.store.read { try $0.document("last", in: CounterPlugin.documents) } == nil)
    }

    @Test("that cannot be read is refused with the member that is missing or wrong")
    func invalid() async throws {
        let bench = try Bench()
        let good = try bench.request(Add(amount: 1, areas: []))
        func refusal(_ body: JSONValue) async throws -> CommandReply.Refused {
            try await bench.carryOut(CommandRequest(key: UUID(), type: good.type, issuedBy: good.issuedBy, body: body))
                .refusal()
        }
        let missing = try await refusal(.object(["areas": .array([])]))
        #expect(missing.code == .invalid)
        #expect(missing.message == "the request cannot be read: \u{201c}amount\u{201d} is missing.")
        let wrong = try await refusal(.object(["amount": .integer(1), "areas": .array([.string("Zeist")])]))
        #expect(wrong.code == .invalid)
        #expect(wrong.message.contains("\u{201c}Zeist\u{201d} is not an area identifier such as gm1581-0007"))
        #expect(try await refusal(.null).code == .invalid)
    }

    @Test("with a faulty file is refused with the place in the file")
    func place() async throws {
        let bench = try Bench()
        let file = DeliveredFile(name: "enquete.csv", content: Data("amount\n\n".utf8))
        let refused = try await bench.carryOut(bench.request(Deliver(file: file))).refusal()
        #expect(refused.code == .invalid)
        #expect(refused.place?.description == "enquete.csv:2:1")
    }

    @Test("that is not known is refused with those that are")
    func unknown() async throws {
        let bench = try Bench()
        let issuer = try bench.request(Add(amount: 1, areas: [])).issuedBy
        let request = CommandRequest(key: UUID(), type: "counter.ad", issuedBy: issuer, body: .null)
        let refused = try await bench.carryOut(request).refusal()
        #expect(refused.code == .unknown)
        #expect(
            refused.message
                == "counter knows no \u{201c}counter.ad\u{201d}; it knows counter.add, counter.add-and-tell, "
                + "counter.add-in-turns, counter.deliver."
        )
    }

    @Test("that comes after its deadline is refused, and at its deadline carried out")
    func expired() async throws {
        let bench = try Bench()
        let body = Add(amount: 1, areas: bench.areas)
        let late = try bench.request(body, deadline: Bench.now.microseconds - 1)
        let refused = try await bench.carryOut(late).refusal()
        #expect(refused.code == .expired)
        #expect(refused.message == "the command came after its deadline and was not carried out.")
        let inTime = try bench.request(body, deadline: Bench.now.microseconds)
        #expect(try await bench.carryOut(inTime).done().revision == 1)
    }

    @Test("of a stale writer is refused with both revisions; of a fresh one carried out")
    func conflict() async throws {
        let bench = try Bench()
        try await bench.add(1)
        let body = Add(amount: 1, areas: bench.areas)
        let refused = try await bench.carryOut(bench.request(body, expecting: 0)).refusal()
        #expect(refused.code == .conflict)
        #expect(refused.message.contains("revision 0 was expected and it is at 1"))
        #expect(try await bench.carryOut(bench.request(body, expecting: 7)).refusal().code == .conflict)
        #expect(try await bench.carryOut(bench.request(body, expecting: -1)).refusal().code == .invalid)
        #expect(try await bench.carryOut(bench.request(body, expecting: 1)).done().revision == 2)
    }

    @Test("whose event is too large for the bus is refused with the limit, and nothing of it is kept")
    func tooLarge() async throws {
        let bench = try Bench()
        let many = Array(repeating: bench.areas[0], count: 6000)
        let refused = try await bench.add(1, areas: many).refusal()
        #expect(refused.code == .refused)
        #expect(refused.message.contains("may have 65536"))
        #expect(try await bench.log().isEmpty)
    }

    @Test("that fails for no fault of its own is not answered, and can be sent again")
    func fault() async throws {
        let bench = try Bench()
        let request = try bench.request(Add(amount: -1, areas: bench.areas))
        await #expect(throws: Fault.self) { try await bench.carryOut(request) }
        #expect(try await bench.log().isEmpty)
        #expect(try await bench.feed().isEmpty)
        #expect(try await bench.store.read { try $0.reply(for: request.key) } == nil)
    }
}
