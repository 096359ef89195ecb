import Testing

@testable import ZeroMQ

@Suite("A message")
struct MessageTests {
    @Test("holds its own copy of any number of bytes", arguments: [0, 1, 33, 34, 65_536, 1 << 20])
    func copies(count: Int) throws {
        let source = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let message = try Message(copying: source)
        let (size, copy) = (message.count, message.bytes)
        #expect(size == count)
        #expect(copy == source)
    }

    @Test("is empty when nothing was received into it")
    func empty() {
        let message = Message()
        let bytes = message.bytes
        #expect(bytes.isEmpty)
    }
}
