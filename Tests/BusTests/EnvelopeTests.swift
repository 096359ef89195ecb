import Bus
import Testing

@Suite("An envelope")
struct EnvelopeTests {
    private func read(_ frames: [[UInt8]]) -> (envelope: Envelope, rest: [[UInt8]])? {
        var rest = frames[...]
        guard let envelope = Envelope(frames: &rest) else { return nil }
        return (envelope, Array(rest))
    }

    @Test("is read from the front and leaves the rest")
    func plain() throws {
        let (envelope, rest) = try #require(read([Array("FB1".utf8), [1, 2], [9], [8]]))
        #expect(envelope == Envelope(identifier: [1, 2]))
        #expect(rest == [[9], [8]])
        #expect(envelope.frames == [[0x46, 0x42, 0x31], [1, 2]])
    }

    @Test("of a REQ socket keeps the empty frame, which must come back")
    func delimited() throws {
        let (envelope, rest) = try #require(read([[], Array("FB1".utf8), [], [9]]))
        #expect(envelope == Envelope(isDelimited: true, identifier: []))
        #expect(rest == [[9]])
        #expect(envelope.frames == [[], [0x46, 0x42, 0x31], []])
    }

    @Test("has an identifier of at most 16 bytes")
    func identifier() {
        let magic = Array("FB1".utf8)
        #expect(read([magic, [UInt8](repeating: 1, count: 16)]) != nil)
        #expect(read([magic, [UInt8](repeating: 1, count: 17)]) == nil)
    }

    @Test("is refused when it is not ours")
    func foreign() {
        let magic = Array("FB1".utf8)
        for frames in [
            [], [[]], [magic], [[], magic], [[], [], magic, [1]], [Array("FB2".utf8), [1]], [[1], magic, [1]],
        ] {
            #expect(read(frames) == nil)
        }
    }
}
