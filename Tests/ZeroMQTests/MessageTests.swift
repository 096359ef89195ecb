import Testing

@testable import ZeroMQ

@Suite("A message")
struct MessageTests {
    @Test("is empty when nothing was received into it")
    func empty() {
        let message = Message()
        let bytes = message.bytes
        #expect(bytes.isEmpty)
    }
}
