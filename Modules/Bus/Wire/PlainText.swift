/// The small part of JSON that needs no escapes: whole numbers from 0 on, and printable ASCII without `"` and `\`.
enum PlainText {
    static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy(isPlain) }

    static func append(_ number: Int64, to json: inout [UInt8]) {
        guard number < 0 || number > 9 else { return json.append(UInt8(ascii: "0") + UInt8(number)) }
        json += String(number).utf8
    }

    /// Reads from the front; a thing that is not there leaves it where it was or ends the reading.
    struct Reader {
        private let bytes: [UInt8]
        private var next = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { next == bytes.count }

        /// Passes over exactly these characters.
        mutating func take(_ expected: StaticString) -> Bool {
            let count = expected.utf8CodeUnitCount
            guard bytes.count - next >= count else { return false }
            let isThere = expected.withUTF8Buffer { characters in
                var index = 0
                while index < count {
                    guard bytes[next + index] == characters[index] else { return false }
                    index += 1
                }
                return true
            }
            if isThere { next += count }
            return isThere
        }

        /// A whole number as JSON writes it: no sign, no zeros in front, at most 18 digits.
        mutating func number() -> Int64? {
            let first = next
            var value: Int64 = 0
            while next < bytes.count, (0x30...0x39).contains(bytes[next]), next - first < 18 {
                value = value * 10 + Int64(bytes[next] - 0x30)
                next += 1
            }
            let count = next - first
            return count == 0 || count > 1 && bytes[first] == 0x30 ? nil : value
        }

        /// The rest of a text, whose opening mark has been taken, and its closing mark.
        mutating func text() -> String? {
            let first = next
            while next < bytes.count, PlainText.isPlain(bytes[next]) { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { return nil }
            defer { next += 1 }
            return String(decoding: bytes[first..<next], as: UTF8.self)
        }
    }
}
