import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme
import Testing

@Suite("A command that is sent again under its key")
struct RepeatedCommandTests {
    @Test("gets the same reply and has one effect, whatever has happened since and however late it comes")
    func done() async throws {
        let bench = try Bench()
        let key = UUID()
        let body = Add(amount: 2, areas: bench.areas)
        let first = try await bench.carryOut(bench.request(body, key: key, deadline: Bench.now.microseconds + 1))
        try await bench.add(3)
        let later = Instant(microseconds: Bench.now.microseconds + 60_000_000)
        let second = try await bench.runtime.carryOut(
            bench.request(body, key: key, deadline: Bench.now.microseconds + 1),
            at: later
        )
        #expect(second == first)
        #expect(try await bench.total() == 5)
        #expect(try await bench.log().count == 2)
    }

    @Test("is refused again as it was, even if it would be carried out now")
    func refused() async throws {
        let bench = try Bench()
        try await bench.add(8)
        let request = try bench.request(Add(amount: 3, areas: bench.areas))
        let first = try await bench.carryOut(request)
        #expect(try first.refusal().message == "the counter is at 8 and counts to 10.")
        try await bench.add(-8)
        #expect(try await bench.carryOut(request) == first)
        #expect(try await bench.total() == 0)
    }

    @Test("but asks something else, or comes from another, is refused and changes nothing")
    func mismatch() async throws {
        let bench = try Bench()
        let key = UUID()
        let body = Add(amount: 2, areas: bench.areas)
        _ = try await bench.carryOut(bench.request(body, key: key)).done()
        let others = [
            try bench.request(Add(amount: 3, areas: bench.areas), key: key),
            try bench.request(AddAndTell(amount: 2), key: key),
            try bench.request(body, key: key, role: "toetser"),
            try bench.request(body, key: key, expecting: 1),
        ]
        for other in others {
            let refused = try await bench.carryOut(other).refusal()
            #expect(refused.code == .mismatch)
            #expect(refused.message == "this key was used for another command; give each command a key of its own.")
        }
        #expect(try await bench.total() == 2)
        #expect(try await bench.carryOut(bench.request(body, key: key)).done().revision == 1)
    }

    @Test("by many at once has one effect")
    func atOnce() async throws {
        let bench = try Bench()
        let request = try bench.request(Add(amount: 1, areas: bench.areas))
        let replies = try await withThrowingTaskGroup(of: CommandReply.self) { group in
            for _ in 0..<20 { group.addTask { try await bench.carryOut(request) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies.count == 20)
        #expect(Set(replies).count == 1)
        #expect(try await bench.total() == 1)
    }
}
