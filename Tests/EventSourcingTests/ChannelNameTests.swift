import EventSourcing
import Testing

@Suite("The name of a channel")
struct ChannelNameTests {
    @Test(
        "is 1 to 64 lower-case letters, digits, dots and hyphens",
        arguments: [
            ("politie-mn", true), ("a", true), ("0.1", true), (String(repeating: "a", count: 64), true), ("", false),
            (String(repeating: "a", count: 65), false), ("Politie", false), ("a b", false), ("a/b", false),
            ("caf\u{E9}", false), ("a\u{0}", false), ("a_b", false),
        ]
    )
    func rule(text: String, isName: Bool) {
        #expect(ChannelName(text)?.description == (isName ? text : nil))
    }
}
