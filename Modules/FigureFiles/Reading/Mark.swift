/// Names the bytes that have a meaning in a table; none of them occurs inside a UTF-8 sequence.
enum Mark {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let blank = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let dot = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Tells whether a byte is a digit.
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
}
