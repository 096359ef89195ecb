import Testing
import ZeroMQ

@Suite("The frames of a message")
struct FramesTests {
    @Test("are the parts in order, however many there are, with or without a sender", arguments: 0...4)
    func parts(_ count: Int) {
        let parts = (0..<count).map { [UInt8](repeating: UInt8($0), count: $0) }
        for frames in [Frames(parts), Frames(parts, sender: "politie")] {
            #expect(frames.parts == parts)
            #expect(Array(frames) == parts)
            #expect(frames.count == count)
            #expect(frames.isEmpty == parts.isEmpty)
            #expect(frames.first == parts.first)
            #expect(frames.last == parts.last)
            #expect(frames.byteCount == parts.map(\.count).reduce(0, +))
        }
        #expect(Frames(parts).sender == nil)
        #expect(Frames(parts, sender: "politie").sender == "politie")
    }

    @Test("are equal when the parts and the sender are, and not by what else they share")
    func equality() {
        let all: [Frames] = [
            Frames([]), Frames([[]]), Frames([[], []]), Frames([[1]]), Frames([[1], []]), Frames([[], [1]]),
            Frames([[1], [2]]), Frames([[1, 2]]), Frames([[1]], sender: "a"), Frames([[1]], sender: "b"),
            Frames([], sender: "a"),
        ]
        for (index, one) in all.enumerated() {
            for (place, other) in all.enumerated() { #expect((one == other) == (index == place), "\(index) \(place)") }
            let copy = Frames(one.parts, sender: one.sender)
            #expect(copy == one)
            #expect(copy.hashValue == one.hashValue)
        }
        #expect(Set(all).count == all.count)
    }
}
