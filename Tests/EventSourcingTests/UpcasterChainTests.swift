import EventSourcing
import FoundationEssentials
import Testing

@Suite("Upcaster chain")
struct UpcasterChainTests {
    private static func adding(_ text: String, from: String, to: String) -> Upcaster {
        Upcaster(from: from, to: to) { $0 + Data(text.utf8) }
    }

    private let chain = UpcasterChain([
        adding("c", from: "signed.v2", to: "signed.v3"),
        adding("b", from: "signed.v1", to: "signed.v2"),
        adding("x", from: "joined.v1", to: "joined.v2"),
    ])

    @Test(
        "an old form passes every later step in turn",
        arguments: [
            ("signed.v1", "signed.v3", "abc"), ("signed.v2", "signed.v3", "ac"), ("signed.v3", "signed.v3", "a"),
            ("joined.v1", "joined.v2", "ax"), ("left.v1", "left.v1", "a"),
        ]
    )
    func steps(type: String, newest: String, payload: String) throws {
        let result = try chain.newest(type: type, payload: Data("a".utf8))
        #expect(result.type == newest)
        #expect(String(decoding: result.payload, as: UTF8.self) == payload)
    }

    @Test("a step that cannot read its payload says so")
    func unreadable() {
        let chain = UpcasterChain([
            Upcaster(from: "signed.v1", to: "signed.v2") { _ in throw EventStoreError.damaged("payload") }
        ])
        #expect(throws: EventStoreError.damaged("payload")) { try chain.newest(type: "signed.v1", payload: Data()) }
    }

    @Test("two steps that read the same form are a programmer's mistake")
    func ambiguous() async {
        await #expect(processExitsWith: .failure) {
            _ = UpcasterChain([Self.adding("b", from: "v1", to: "v2"), Self.adding("c", from: "v1", to: "v3")])
        }
    }

    @Test("a circle of steps is a programmer's mistake")
    func circle() async {
        await #expect(processExitsWith: .failure) {
            _ = UpcasterChain([Self.adding("b", from: "v1", to: "v2"), Self.adding("c", from: "v2", to: "v1")])
        }
    }
}
