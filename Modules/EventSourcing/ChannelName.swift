/// Names a channel: a feed beside the store's own, such as the one of a partner.
package struct ChannelName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The most characters of a name.
    package static let maximumLength = 64

    /// The name itself: 1 to 64 lower-case letters, digits, dots and hyphens.
    package let description: String

    /// Takes a name, or `nil` when it has another character or is empty or too long.
    package init?(_ text: String) {
        guard (1...Self.maximumLength).contains(text.utf8.count), text.utf8.allSatisfy(Self.allows) else { return nil }
        description = text
    }

    package static func < (left: ChannelName, right: ChannelName) -> Bool { left.description < right.description }

    private static func allows(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
