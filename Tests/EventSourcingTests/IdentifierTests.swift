import EventSourcing
import FoundationEssentials
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test("an epoch is read back from its text, in either case")
    func epoch() {
        let epoch = Epoch()
        #expect(Epoch(epoch.description) == epoch)
        #expect(Epoch(epoch.description.uppercased()) == epoch)
        #expect(Epoch() != epoch)
    }

    @Test("a text that is no UUID is no epoch", arguments: ["", "0", "6ba7b810-9dad-11d1-80b4-00c04fd430c"])
    func noEpoch(text: String) {
        #expect(Epoch(text) == nil)
    }

    @Test("a stale writer is told both revisions and what to do")
    func sentence() {
        let error = EventStoreError.wrongRevision(
            stream: StreamName("area", "gm0344-0001"),
            expected: Revision(3),
            actual: Revision(5)
        )
        #expect(
            error.description
                == "area/gm0344-0001 has changed: revision 3 was expected and it is at 5. Read it again and decide anew."
        )
    }

    @Test("impossible identifiers are a programmer's mistake")
    func impossible() async {
        await #expect(processExitsWith: .failure) { _ = StreamName("area/zone", "1") }
        await #expect(processExitsWith: .failure) { _ = StreamName("area", "") }
        await #expect(processExitsWith: .failure) { _ = Revision(-1) }
        await #expect(processExitsWith: .failure) { _ = FeedOffset(-1) }
    }
}
