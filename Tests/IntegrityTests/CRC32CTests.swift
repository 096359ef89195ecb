import FoundationEssentials
import Integrity
import Testing

@Suite("CRC-32C")
struct CRC32CTests {
    @Test(
        "the published check values come out",
        arguments: [
            (Array("123456789".utf8), 0xE306_9283),
            ([], 0),
            // RFC 3720, appendix B.4.
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            ([UInt8](0..<32), 0x46DD_794E),
            ([UInt8]((0..<32).reversed()), 0x113F_DB5C),
        ] as [([UInt8], UInt32)]
    )
    func published(bytes: [UInt8], value: UInt32) {
        #expect(CRC32C(of: bytes).value == value)
        #expect(CRC32C(of: Data(bytes)).value == value)
    }

    @Test("a frame in pieces has the checksum of the whole", arguments: [0, 1, 4, 9])
    func pieces(cut: Int) {
        let frame = Array("123456789".utf8)
        var checksum = CRC32C()
        checksum.update(Array(frame[..<cut]).span)
        checksum.update(Array(frame[cut...]).span)
        #expect(checksum.value == 0xE306_9283)
    }

    @Test("every single flipped bit is found")
    func flippedBits() {
        let frame = Array("e/registry/gm0344/".utf8)
        let value = CRC32C(of: frame).value
        for bit in 0..<(frame.count * 8) {
            var damaged = frame
            damaged[bit / 8] ^= 1 << (bit % 8)
            #expect(CRC32C(of: damaged).value != value)
        }
    }
}
