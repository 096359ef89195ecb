import Testing

@testable import Bus

@Suite("A command queue")
struct CommandQueueTests {
    private func item(_ number: UInt8, bytes: Int = 0, sender: String? = nil) -> CommandQueue.Item {
        CommandQueue.Item(parts: [[number], [UInt8](repeating: number, count: bytes)], sender: sender)
    }

    private func queue(commands: Int = 100, bytes: Int = 10_000, concurrent: Int = 100) -> CommandQueue {
        var limits = PortLimits()
        (limits.commands, limits.commandBytes, limits.concurrentCommands) = (commands, bytes, concurrent)
        return CommandQueue(limits)
    }

    @Test("starts so many at once, and the others in the order in which they came")
    func turns() {
        var queue = queue(concurrent: 2)
        #expect((1...5).map { queue.add(item($0)) } == [.start, .start, .wait, .wait, .wait])
        #expect(queue.finish(item(2)) == item(3))
        #expect(queue.finish(item(3)) == item(4))
        #expect(queue.finish(item(1)) == item(5))
        #expect(queue.add(item(6)) == .wait)
        #expect(queue.finish(item(4)) == item(6))
        #expect(queue.finish(item(5)) == nil)
        #expect(queue.finish(item(6)) == nil)
        #expect((7...9).map { queue.add(item($0)) } == [.start, .start, .wait])
    }

    @Test("refuses what its bytes have no room for, also for those that wait, and takes it when there is room again")
    func bytes() {
        var queue = queue(bytes: 1000, concurrent: 1)
        #expect(queue.add(item(1, bytes: 499)) == .start)
        #expect(queue.add(item(2, bytes: 499)) == .wait)
        #expect(queue.add(item(3)) == .busy)
        #expect(queue.finish(item(1, bytes: 499)) == item(2, bytes: 499))
        #expect(queue.add(item(4, bytes: 500)) == .busy)
        #expect(queue.add(item(3)) == .wait)
        #expect(queue.add(item(4, bytes: 498)) == .wait)
        #expect(queue.add(item(5)) == .busy)
        #expect(queue.add(item(6, bytes: 2000)) == .busy)
    }

    @Test("refuses more than its count, whatever their size")
    func count() {
        var queue = queue(commands: 3, concurrent: 1)
        #expect((1...4).map { queue.add(item($0)) } == [.start, .wait, .wait, .busy])
        #expect(queue.finish(item(1)) == item(2))
        #expect(queue.add(item(4)) == .wait)
    }

    @Test("knows a message that it has, also when it is full; afterwards the message is a new one")
    func repeated() {
        var queue = queue(commands: 2, concurrent: 1)
        #expect([item(1), item(2)].map { queue.add($0) } == [.start, .wait])
        #expect([item(1), item(2), item(1, bytes: 1)].map { queue.add($0) } == [.repeated, .repeated, .busy])
        #expect(queue.finish(item(1)) == item(2))
        #expect(queue.add(item(1)) == .wait)
    }

    @Test("takes four commands of the largest size and 4096 small ones, and carries out 64 at once")
    func prescribed() {
        var large = CommandQueue(PortLimits())
        let size = 32 * 1_048_576 - 1
        let file = [UInt8](repeating: 0, count: size)
        let items = (1...5).map { CommandQueue.Item(parts: [[UInt8($0)], file]) }
        #expect(items.map { large.add($0) } == [.start, .start, .start, .start, .busy])
        var small = CommandQueue(PortLimits())
        let verdicts = (0..<5000).map { small.add(CommandQueue.Item(parts: [[UInt8($0 >> 8), UInt8($0 & 255)]])) }
        #expect(verdicts.count { $0 == .start } == 64)
        #expect(verdicts.count { $0 == .wait } == 4032)
        #expect(verdicts.count { $0 == .busy } == 904)
    }

    @Test("gives one known sender half of the places, and the other half to the others")
    func placesOfOneSender() {
        var queue = queue(commands: 6)
        #expect((1...4).map { queue.add(item($0, sender: "a")) } == [.start, .start, .start, .busy])
        #expect((1...4).map { queue.add(item($0, sender: "b")) } == [.start, .start, .start, .busy])
        #expect(queue.add(item(1, sender: "c")) == .busy)
        #expect(queue.finish(item(2, sender: "a")) == nil)
        #expect(queue.add(item(5, sender: "b")) == .busy)
        #expect(queue.add(item(5, sender: "a")) == .start)
    }

    @Test("gives one known sender half of the bytes, and the other half to the others")
    func bytesOfOneSender() {
        var queue = queue(bytes: 1000)
        #expect(queue.add(item(1, bytes: 499, sender: "a")) == .start)
        #expect(queue.add(item(2, sender: "a")) == .busy)
        #expect(queue.add(item(2, bytes: 498, sender: "b")) == .start)
        #expect(queue.finish(item(1, bytes: 499, sender: "a")) == nil)
        #expect(queue.add(item(2, sender: "a")) == .start)
    }

    @Test("lets those who come later go before a sender who has half of the turns, each in the order of its own")
    func turnsOfOneSender() {
        var queue = queue(concurrent: 4)
        #expect((1...5).map { queue.add(item($0, sender: "a")) } == [.start, .start, .wait, .wait, .wait])
        #expect((1...3).map { queue.add(item($0, sender: "b")) } == [.start, .start, .wait])
        #expect(queue.add(item(1, sender: "c")) == .wait)
        // It is c's turn, for a and b have theirs.
        #expect(queue.finish(item(1, sender: "b")) == item(3, sender: "b"))
        #expect(queue.finish(item(2, sender: "b")) == item(1, sender: "c"))
        #expect(queue.finish(item(1, sender: "a")) == item(3, sender: "a"))
        // What is free stays free for another than a.
        #expect(queue.finish(item(1, sender: "c")) == nil)
        #expect(queue.add(item(2, sender: "c")) == .start)
        #expect(queue.finish(item(2, sender: "a")) == item(4, sender: "a"))
        #expect(queue.finish(item(3, sender: "a")) == item(5, sender: "a"))
        #expect(queue.finish(item(4, sender: "a")) == nil)
    }

    @Test("gives senders without a key all that there is, for they may be many")
    func unknownSenders() {
        var queue = queue(commands: 4, concurrent: 3)
        #expect((1...5).map { queue.add(item($0)) } == [.start, .start, .start, .wait, .busy])
    }

    @Test("does not take the same frames of two senders for one message")
    func otherSender() {
        var queue = queue()
        #expect(queue.add(item(1, sender: "a")) == .start)
        #expect(queue.add(item(1, sender: "b")) == .start)
        #expect(queue.add(item(1, sender: "a")) == .repeated)
    }
}
