import Bus
import EventSourcing
import Testing

@Suite("A live header")
struct LiveHeaderTests {
    /// Written by hand from the table of the bus contract; the check value of "123456789" is that of the CRC-32C itself.
    private static let worked: [UInt8] = [
        0x56, 0x42, 0x01, 0x45,
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0xFF,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x02,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00,
        0x00, 0x06, 0x28, 0x9A, 0x5E, 0xD2, 0xC0, 0x03,
        0x00, 0x00, 0x00, 0x00,
        0xE3, 0x06, 0x92, 0x83,
    ]
    private static let body = Array("123456789".utf8)

    private static var header: LiveHeader {
        LiveHeader(
            .event,
            epoch: Samples.epoch,
            offset: FeedOffset(258),
            head: FeedOffset(65_536),
            sentAt: Instant(microseconds: 0x0006_289A_5ED2_C003),
            body: body
        )
    }

    @Test("has the 52 bytes of the contract")
    func bytes() {
        #expect(Self.worked.count == 52)
        #expect(Self.header.bytes == Self.worked)
        #expect(LiveHeader(Self.worked, body: Self.body) == Self.header)
    }

    @Test("keeps every field", arguments: [LiveHeader.Kind.event, .heartbeat, .sync], [0, 1, 1 << 33, Int64.max])
    func roundTrip(_ kind: LiveHeader.Kind, _ number: Int64) throws {
        let header = LiveHeader(
            kind,
            epoch: Epoch(),
            offset: FeedOffset(number),
            head: FeedOffset(number ^ 1),
            sentAt: Instant(microseconds: number / 3),
            body: Self.body
        )
        #expect(LiveHeader(header.bytes, body: Self.body) == header)
    }

    @Test("can be made when the clock stands before 1970")
    func earlyClock() {
        let early = LiveHeader(
            .heartbeat,
            epoch: Samples.epoch,
            offset: .start,
            head: .start,
            sentAt: Instant(microseconds: -1),
            body: []
        )
        #expect(LiveHeader(early.bytes, body: [])?.sentAt == Instant(microseconds: 0))
    }

    @Test(
        "is refused with a damaged byte in its name, version, kind or checksum",
        arguments: [0, 1, 2, 3, 48, 49, 50, 51]
    )
    func damage(_ place: Int) {
        for bit in 0..<8 {
            var bytes = Self.worked
            bytes[place] ^= 1 << bit
            #expect(LiveHeader(bytes, body: Self.body) == nil, "bit \(bit)")
        }
    }

    @Test("is refused beside a body with a damaged byte")
    func damagedBody() {
        for place in Self.body.indices {
            for bit in 0..<8 {
                var body = Self.body
                body[place] ^= 1 << bit
                #expect(LiveHeader(Self.worked, body: body) == nil)
            }
        }
        #expect(LiveHeader(Self.worked, body: Self.body.dropLast()) == nil)
        #expect(LiveHeader(Self.worked, body: Self.body + [0]) == nil)
    }

    @Test("is never taken for the same header with a damaged number or epoch", arguments: 4..<44)
    func damagedNumber(_ place: Int) {
        for bit in 0..<8 {
            var bytes = Self.worked
            bytes[place] ^= 1 << bit
            #expect(LiveHeader(bytes, body: Self.body) != Self.header)
        }
    }

    @Test("is refused with a number that has no place in 63 bits", arguments: [20, 28, 36])
    func largeNumber(_ place: Int) {
        var bytes = Self.worked
        bytes[place] = 0x80
        #expect(LiveHeader(bytes, body: Self.body) == nil)
    }

    @Test("is refused with another length", arguments: [0, 1, 51, 53, 104])
    func length(_ length: Int) {
        let bytes = Array((Self.worked + Self.worked).prefix(length))
        #expect(LiveHeader(bytes, body: Self.body) == nil)
    }
}
