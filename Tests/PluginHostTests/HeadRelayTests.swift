import EventSourcing
import Testing

@testable import PluginHost

@Suite("The heads that a store tells of", .timeLimit(.minutes(1)))
struct HeadRelayTests {
    @Test("reach every listener, and go on reaching one when another has ended")
    func listeners() async {
        let relay = HeadRelay()
        let (former, present) = (relay.heads, relay.heads)
        relay.pass(FeedOffset(1))
        for heads in [former, present] {
            for await head in heads.prefix(1) { #expect(head == FeedOffset(1)) }
        }
        await withTaskGroup { group in
            group.addTask { for await _ in former {} }
            group.cancelAll()
        }
        relay.pass(FeedOffset(2))
        for await head in present.prefix(1) { #expect(head == FeedOffset(2)) }
    }

    @Test("are heard late as the newest alone")
    func newest() async {
        let relay = HeadRelay()
        let heads = relay.heads
        for offset in Int64(1)...5 { relay.pass(FeedOffset(offset)) }
        for await head in heads.prefix(1) { #expect(head == FeedOffset(5)) }
    }
}
