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
        for index in bytes.indices {
            register = register >> 8 ^ table[Int(UInt8(truncatingIfNeeded: register) ^ bytes[index])]
        }
        self.register = register
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { register, _ in
            register & 1 == 1 ? register >> 1 ^ 0x82F6_3B78 : register >> 1
        }
    }
}
