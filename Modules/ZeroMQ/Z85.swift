/// Writes and reads bytes as printable text in the way of ZeroMQ RFC 32: five characters for every four bytes.
enum Z85 {
    private static let alphabet = Array(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8
    )

    /// Writes bytes whose number is a multiple of four.
    static func text(of bytes: [UInt8]) -> String {
        precondition(bytes.count.isMultiple(of: 4), "Z85 writes whole groups of four bytes.")
        var characters: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 4) {
            var value = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            var group: [UInt8] = []
            for _ in 0..<5 {
                group.append(alphabet[value % 85])
                value /= 85
            }
            characters += group.reversed()
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Reads text, and gives `nil` for a wrong length, a character that is not in use or a group above 32 bits.
    static func bytes(of text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 5) else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: characters.count, by: 5) {
            var value = 0
            for character in characters[start..<start + 5] {
                guard let digit = alphabet.firstIndex(of: character) else { return nil }
                value = value * 85 + digit
            }
            guard let group = UInt32(exactly: value) else { return nil }
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(shift))) }
        }
        return bytes
    }
}
