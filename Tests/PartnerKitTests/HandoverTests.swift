import CloudEvents
import EventSourcing
import FoundationEssentials
import Testing

@testable import PartnerKit

@Suite("The handover of events", .timeLimit(.minutes(1)))
struct HandoverTests {
    private struct Fault: Error {}

    private func event(_ offset: Int64) throws -> PartnerEvent {
        let event = CloudEvent(id: "event-\(offset)", source: "urn:nld:test:x", type: "nl.kvo.test.v1")
        return try PartnerEvent(
            FeedEntry(offset: FeedOffset(offset), topic: "e/x/", body: try event.json()),
            handledAt: try PartnerPosition(epoch: Epoch().description, offset: offset)
        )
    }

    @Test("gives each event once, and lets the giver go on when the next one is asked for")
    func oneByOne() async throws {
        let handover = Handover()
        let events = try [event(1), event(2), event(3)]
        let (steps, step) = AsyncStream.makeStream(of: String.self)
        let giver = Task {
            for event in events {
                try await handover.offer(event)
                step.yield("handled \(event.position.offset)")
            }
            handover.end(nil)
        }
        var told = steps.makeAsyncIterator()
        #expect(handover.reached == nil)
        #expect(try await handover.next() == events[0])
        #expect(handover.reached == nil, "it was given, and not yet handled")
        #expect(try await handover.next() == events[1])
        #expect(await told.next() == "handled 1")
        #expect(try await handover.next() == events[2])
        #expect(await told.next() == "handled 2")
        #expect(try await handover.next() == nil)
        #expect(await told.next() == "handled 3")
        #expect(handover.reached == events[2].position)
        try await giver.value
    }

    @Test("that ends with an error gives that, to whoever waits and whoever comes later")
    func error() async throws {
        let handover = Handover()
        let asking = Task { try await handover.next() }
        handover.end(Fault())
        await #expect(throws: Fault.self) { try await asking.value }
        await #expect(throws: Fault.self) { try await handover.next() }
        handover.end(nil)
        await #expect(throws: Fault.self) { try await handover.next() }
        let late = try event(1)
        await #expect(throws: CancellationError.self) { try await handover.offer(late) }
    }

    @Test("lets the giver of an event that nobody will handle know")
    func unhandled() async throws {
        let handover = Handover()
        let event = try event(1)
        let giver = Task { try await handover.offer(event) }
        #expect(try await handover.next() == event)
        handover.end(nil)
        await #expect(throws: CancellationError.self) { try await giver.value }
        #expect(handover.reached == nil)
    }

    @Test("ends when either side is cancelled, before or while it waits")
    func cancelled() async throws {
        for isAsking in [true, false] {
            for isEarly in [true, false] {
                let handover = Handover()
                let event = try event(1)
                let task = Task {
                    if isEarly { while !Task.isCancelled { await Task.yield() } }
                    if isAsking {
                        let next = try? await handover.next()
                        #expect(next == .some(nil))
                    } else {
                        await #expect(throws: CancellationError.self) { try await handover.offer(event) }
                    }
                }
                task.cancel()
                await task.value
                #expect(try await handover.next() == nil)
            }
        }
    }
}
