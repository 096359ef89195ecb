/// Holds the parts of one multipart message as plain bytes, so that it can leave the messaging thread.
package struct Frames: Hashable, Sendable {
    package var parts: [[UInt8]]
    /// Names the user who sent it, as the ``Authenticator`` knows the key: only what a ROUTER or XPUB with CURVE
    /// received has it, and not the unsubscription that the library makes up for a subscriber that vanished.
    package var sender: String?

    package init(_ parts: [[UInt8]], sender: String? = nil) {
        self.parts = parts
        self.sender = sender
    }
}

extension Frames: ExpressibleByArrayLiteral {
    package init(arrayLiteral parts: [UInt8]...) {
        self.init(parts)
    }
}

extension Frames: RandomAccessCollection {
    package var startIndex: Int { parts.startIndex }
    package var endIndex: Int { parts.endIndex }
    package subscript(position: Int) -> [UInt8] { parts[position] }

    /// Counts the bytes of all parts together.
    package var byteCount: Int { parts.reduce(0) { $0 + $1.count } }
}
