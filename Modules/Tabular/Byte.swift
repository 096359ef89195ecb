/// Names the bytes that have a meaning in CSV; none of them occurs inside a UTF-8 sequence.
enum Byte {
    static let null: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Tells whether a byte continues a character that an earlier byte began.
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
