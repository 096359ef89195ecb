import EventSourcing
import PartnerKit
import TestSupport
import Testing

@Suite("The following of a feed", .timeLimit(.minutes(2)))
struct EndingTests {
    /// Follows until an event comes or the feed cannot be followed.
    private func first(
        _ fixture: DoorFixture,
        after position: PartnerPosition?,
        consumer: String = "meldkamer",
        takesSnapshots: Bool = true
    ) async throws -> PartnerEvent? {
        try await fixture.partner(consumer: consumer, takesSnapshots: takesSnapshots).withEvents(after: position) {
            var iterator = $0.makeAsyncIterator()
            return try await iterator.next()
        }
    }

    @Test("ends when the feed began anew, or has lost what was received of it")
    func epoch() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...2)
            try await fixture.serving {
                let other = try PartnerPosition(epoch: Epoch().description, offset: 1)
                for position in [other, try fixture.position(3)] {
                    let error = await #expect(throws: PartnerError.self) {
                        try await first(fixture, after: position)
                    }
                    guard case .feedBeganAnew? = error else {
                        Issue.record("\(String(describing: error))")
                        continue
                    }
                }
            }
        }
    }

    @Test("ends when the events after the position are gone and no snapshot is wanted")
    func gone() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...6)
            try await fixture.trim(upTo: 4)
            try await fixture.serving {
                for position in [nil, try fixture.position(3)] {
                    let error = await #expect(throws: PartnerError.self) {
                        try await first(fixture, after: position, takesSnapshots: false)
                    }
                    guard case .gone? = error else {
                        Issue.record("\(String(describing: error))")
                        continue
                    }
                }
                let next = try await first(fixture, after: fixture.position(4), takesSnapshots: false)
                #expect(next?.position.offset == 5)
            }
        }
    }

    @Test("ends when the door does not take the consumer\u{2019}s name", arguments: ["", "Meldkamer", "a b", "a/b"])
    func refused(consumer: String) async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...1)
            try await fixture.serving {
                let error = await #expect(throws: PartnerError.self) {
                    try await first(fixture, after: nil, consumer: consumer)
                }
                if case .refused? = error {} else { Issue.record("\(String(describing: error))") }
            }
        }
    }

    @Test("ends at an entry that is no event, and names it")
    func nonsense() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...1)
            try await fixture.publishNonsense()
            try await fixture.serving {
                let error = await #expect(throws: PartnerError.self) {
                    try await fixture.partner().withEvents(keepingPositionIn: fixture.positionFile) { events in
                        for try await _ in events {}
                    }
                }
                if case .failed(let why)? = error {
                    #expect(why.contains("offset 2"))
                } else {
                    Issue.record("\(String(describing: error))")
                }
                let kept = try fixture.positionFile.read()
                #expect(kept?.offset == 1)
            }
        }
    }

    @Test("goes over to a snapshot whose position is that of before until its last event, and then follows on")
    func snapshot() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...9)
            try await fixture.trim(upTo: 8)
            try await fixture.serving {
                let events = try await fixture.partner().withEvents(after: fixture.position(2)) { events in
                    var received: [PartnerEvent] = []
                    for try await event in events {
                        received.append(event)
                        if event.position.offset == 9 { try await fixture.publish(10...10) }
                        if event.position.offset == 10 { break }
                    }
                    return received
                }
                #expect(events.map(\.id) == ["event-7", "event-8", "event-9", "event-10"])
                #expect(events.map(\.isOfSnapshot) == [true, true, true, false])
                #expect(events.map(\.position.offset) == [2, 2, 9, 10])
            }
        }
    }

    @Test("begins a snapshot again that was broken off")
    func brokenSnapshot() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...9)
            try await fixture.trim(upTo: 9)
            try await fixture.serving {
                func follow(count: Int) async throws -> [String] {
                    try await fixture.partner().withEvents(keepingPositionIn: fixture.positionFile) { events in
                        var ids: [String] = []
                        for try await event in events {
                            ids.append(event.id)
                            if ids.count == count { break }
                        }
                        return ids
                    }
                }
                let begun = try await follow(count: 2)
                #expect(begun == ["event-7", "event-8"])
                #expect(try fixture.positionFile.read()?.offset == 0)
                try await fixture.publish(10...10)
                #expect(try await follow(count: 3) == ["event-8", "event-9", "event-10"])
            }
        }
    }
}
