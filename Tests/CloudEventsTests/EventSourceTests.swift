import CloudEvents
import Testing

@Suite("An event source")
struct EventSourceTests {
    @Test("is a URN of the organisation and its system")
    func urn() throws {
        let source = try #require(EventSource(oin: "00000001823288444000", system: "BRP".lowercased()))
        #expect(source.description == "urn:nld:oin:00000001823288444000:systeem:brp")
        #expect(
            EventSource(system: "kvo-registry")?.description.hasSuffix("00000099000000001000:systeem:kvo-registry")
                == true
        )
    }

    @Test(
        "is refused when the number or the name breaks its form",
        arguments: [
            ("0000000182328844400", "brp"), ("000000018232884440000", "brp"), ("0000000182328844400x", "brp"),
            ("٠٠٠٠٠٠٠٠٠٠", "brp"), ("00000001823288444000", ""), ("00000001823288444000", "BRP"),
            ("00000001823288444000", "a b"), ("00000001823288444000", "a:b"),
        ]
    )
    func refused(oin: String, system: String) {
        #expect(EventSource(oin: oin, system: system) == nil)
    }
}
