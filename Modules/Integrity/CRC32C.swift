package import FoundationEssentials

/// The CRC-32C checksum (Castagnoli), which finds accidental changes of a frame but not deliberate ones.
///
/// Source: RFC 3720, appendix B.4; polynomial 0x1EDC6F41, here bit-reversed as 0x82F63B78.
package struct CRC32C: Hashable, Sendable {
    private var register: UInt32 = .max

    /// Begins a checksum over no bytes.
    package init() {}

    /// Makes the checksum of a whole frame.
    package init(of bytes: [UInt8]) {
        update(bytes.span)
    }

    /// Makes the checksum of a whole frame.
    package init(of data: Data) {
        update(data.span)
    }

    /// The checksum of all bytes so far.
    package var value: UInt32 { ~register }

    /// Adds bytes to the checksum; a frame in pieces gives the same value as in one.
    package mutating func update(_ bytes: borrowing Span<UInt8>) {
        let table = Self.table
        var register = register
        var index = 0
        // Eight bytes at a time, each with the table that looks as many bytes ahead as follow it.
        while index + 8 <= bytes.count {
            var sum: UInt32 = 0
            for ahead in 0..<8 {
                // The first four also carry what the register holds.
                let carried: UInt32 = ahead < 4 ? register >> UInt32(8 * ahead) : 0
                let byte = bytes[index + ahead] ^ UInt8(truncatingIfNeeded: carried)
                sum ^= table[256 * (7 - ahead) + Int(byte)]
            }
            register = sum
            index += 8
        }
        while index < bytes.count {
            register = register >> 8 ^ table[Int(UInt8(truncatingIfNeeded: register) ^ bytes[index])]
            index += 1
        }
        self.register = register
    }

    /// Eight tables of 256: the first is that of the definition, each later one looks one byte further ahead.
    private static let table: [UInt32] = {
        var table: [UInt32] = (0..<256).map { (byte: UInt32) -> UInt32 in
            (0..<8).reduce(byte) { register, _ in
                register & 1 == 1 ? register >> 1 ^ 0x82F6_3B78 : register >> 1
            }
        }
        for place in 256..<2048 {
            let former = table[place - 256]
            let next: UInt32 = table[Int(former & 0xFF)]
            table.append(former >> 8 ^ next)
        }
        return table
    }()
}
