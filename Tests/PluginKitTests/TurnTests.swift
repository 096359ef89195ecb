import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Testing

@Suite("A command that takes several turns")
struct TurnTests {
    @Test("answers once, with all that its turns did, and the expected revision counts for the first")
    func done() async throws {
        let bench = try Bench()
        try await bench.add(1)
        let request = try bench.request(AddInTurns(amount: 2, turns: 3), expecting: 1)
        let done = try await bench.carryOut(request).done()
        #expect(done.result == .object(["total": .integer(7)]))
        #expect(done.stream == "counter/1" && done.revision == 4)
        #expect(done.changes == 3)
        #expect(done.events == Array(repeating: Counted.type, count: 3))
        #expect(done.mark?.offset == 4)
        #expect(try await bench.carryOut(request).done() == done, "the same answer, and nothing is done again")
        #expect(try await bench.total() == 7)
        #expect(
            try await bench.carryOut(bench.request(AddInTurns(amount: 1, turns: 2), expecting: 1)).refusal().code
                == .conflict
        )
    }

    @Test("keeps what the turns before a refusal did, each a transaction, and stays refused under its key")
    func refused() async throws {
        let bench = try Bench()
        let request = try bench.request(AddInTurns(amount: 4, turns: 3))
        let refused = try await bench.carryOut(request).refusal()
        #expect(refused.message == "the counter is at 8 and counts to 10.")
        #expect(try await bench.total() == 8)
        #expect(try await bench.carryOut(request).refusal() == refused)
        #expect(try await bench.total() == 8)
    }
}
