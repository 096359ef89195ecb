import EventSourcing
import Foundation
import PartnerKit
import TestSupport
import Testing

@Suite("A partner\u{2019}s program", .timeLimit(.minutes(2)))
struct FollowingTests {
    private struct Fault: Error {}

    /// Follows from the position file until a number of events was received, and gives their offsets.
    private func follow(_ fixture: DoorFixture, count: Int) async throws -> [Int64] {
        try await fixture.partner().withEvents(keepingPositionIn: fixture.positionFile) { events in
            var offsets: [Int64] = []
            for try await event in events {
                offsets.append(event.position.offset)
                if offsets.count == count { break }
            }
            return offsets
        }
    }

    @Test("receives what an event is, and where in the feed it stands")
    func event() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...1)
            try await fixture.serving {
                let event = try #require(
                    try await fixture.partner().withEvents(after: nil) { events in
                        var iterator = events.makeAsyncIterator()
                        return try await iterator.next()
                    }
                )
                #expect(event.id == "event-1" && event.source == "urn:nld:test:x" && event.type == "nl.kvo.test.v1")
                #expect(event.subject == "certificaat/1" && event.topic == "e/certification/gm0344/gm0344-0001/test/")
                #expect(try event.position == fixture.position(1))
                #expect(!event.isOfSnapshot)
                #expect(try event.decode([String: Int].self) == ["number": 1])
                let stored = try await fixture.store.read { [channel = fixture.channel] in
                    try $0.entries(of: channel, after: .start, limit: 1, maxBytes: 10_000).first?.body
                }
                #expect(event.json == stored)
            }
        }
    }

    @Test("has its position kept when it asks for the next event, and not before")
    func position() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...3)
            try await fixture.serving {
                try await fixture.partner().withEvents(keepingPositionIn: fixture.positionFile) { events in
                    var iterator = events.makeAsyncIterator()
                    for offset in Int64(1)...3 {
                        let next = try await iterator.next()
                        #expect(next?.position.offset == offset)
                        #expect(try fixture.positionFile.read()?.offset == (offset == 1 ? nil : offset - 1))
                    }
                }
            }
        }
    }

    @Test("that stops in the middle of an event gets that one again, and no other")
    func again() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...6)
            try await fixture.serving {
                let (first, second) = try await (follow(fixture, count: 3), follow(fixture, count: 3))
                #expect(first == [1, 2, 3])
                #expect(second == [3, 4, 5])
                await #expect(throws: Fault.self) {
                    try await fixture.partner().withEvents(keepingPositionIn: fixture.positionFile) { events in
                        for try await event in events where event.position.offset == 6 { throw Fault() }
                    }
                }
                #expect(try await follow(fixture, count: 1) == [6])
            }
        }
    }

    @Test("begins after the position that it gives, and keeps that itself")
    func ownPosition() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...5)
            try await fixture.serving {
                let offsets = try await fixture.partner().withEvents(after: fixture.position(3)) { events in
                    var offsets: [Int64] = []
                    for try await event in events {
                        offsets.append(event.position.offset)
                        if event.position.offset == 5 { break }
                    }
                    return offsets
                }
                #expect(offsets == [4, 5])
                #expect(try fixture.positionFile.read() == nil)
            }
        }
    }

    @Test("gets every event once and in order, though every live event is lost and the door is shut again and again")
    func restarts() async throws {
        try await DoorFixture.run { fixture in
            let (counts, count) = AsyncStream.makeStream(of: Int.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                let partner = try fixture.partner()
                let file = fixture.positionFile
                group.addTask {
                    try await partner.withEvents(keepingPositionIn: file) { events in
                        var number = 0
                        for try await event in events {
                            number += 1
                            #expect(event.position.offset == Int64(number))
                            #expect(event.id == "event-\(number)")
                            count.yield(number)
                            if number == 40 { break }
                        }
                    }
                    count.finish()
                }
                var received = counts.makeAsyncIterator()
                for round in 0..<4 {
                    let first = round * 10 + 1
                    // Half of them while the door is shut.
                    try await fixture.publish(first...first + 4)
                    try await fixture.serving(loss: 1) {
                        try await fixture.publish(first + 5...first + 9)
                        while let number = await received.next(isolation: #isolation), number < first + 9 {}
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("tells the door how far it has come, and never of an event that it still handles")
    func progress() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...3)
            try await fixture.serving {
                let partner = try fixture.partner()
                let task = Task {
                    try await partner.withEvents(after: nil) { events in
                        for try await event in events { #expect(fixture.bell.acknowledged < event.position.offset) }
                    }
                }
                for await offset in fixture.bell.acknowledgements where offset == 3 { break }
                task.cancel()
                try await task.value
            }
        }
    }

    @Test("ends quietly when its task is cancelled")
    func cancelled() async throws {
        try await DoorFixture.run { fixture in
            try await fixture.publish(1...2)
            try await fixture.serving {
                let (received, put) = AsyncStream.makeStream(of: Int64.self)
                let partner = try fixture.partner()
                let task = Task {
                    try await partner.withEvents(after: nil) { events in
                        for try await event in events { put.yield(event.position.offset) }
                        return "ended"
                    }
                }
                for await offset in received where offset == 2 { break }
                task.cancel()
                #expect(try await task.value == "ended")
            }
        }
    }

    @Test("waits at a door that does not know its key, says so once, and goes on when it is let in")
    func denied() async throws {
        try await DoorFixture.run { fixture in
            fixture.shutOut()
            try await fixture.publish(1...1)
            try await fixture.serving {
                let (notices, notice) = AsyncStream.makeStream(of: String.self)
                let partner = try fixture.partner { notice.yield($0) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await partner.withEvents(after: nil) { events in
                            var iterator = events.makeAsyncIterator()
                            let next = try await iterator.next()
                            #expect(next?.id == "event-1")
                        }
                    }
                    var heard = notices.makeAsyncIterator()
                    let first = try #require(await heard.next())
                    #expect(first.contains("does not let in the key"))
                    try fixture.admit()
                    try await group.waitForAll()
                }
            }
        }
    }
}
