/// A text that identifies something in all contexts; made only from a text that keeps its rule.
package protocol Identifier: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// What it identifies and how it is written, for a message to a person.
    static var rule: String { get }
    /// The text itself.
    var text: String { get }
    /// Checks the rule; `nil` when the text does not keep it.
    init?(_ text: String)
}

extension Identifier {
    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\u{201c}\(text)\u{201d} is not \(Self.rule)"
            )
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension String {
    /// Whether all bytes are lower-case letters, digits or one of `extra`.
    func consists(ofLowercaseDigitsAnd extra: String) -> Bool {
        utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || extra.utf8.contains(byte)
        }
    }

    /// Whether the text is exactly so many digits.
    func isDigits(_ count: Int) -> Bool {
        utf8.count == count && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
