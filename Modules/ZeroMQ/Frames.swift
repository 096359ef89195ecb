/// Holds the parts of one multipart message as plain bytes, so that it can leave the messaging thread.
package struct Frames: Hashable, Sendable {
    /// The first part lies outside the array of the others: a message of one part, of which there are the most where
    /// speed counts, then needs no memory but its bytes.
    private var head: [UInt8]?
    private var tail: [[UInt8]]
    /// Names the user who sent it, as the ``Authenticator`` knows the key: only what a ROUTER or XPUB with CURVE
    /// received has it, and not the unsubscription that the library makes up for a subscriber that vanished.
    package var sender: String?

    package init(_ parts: [[UInt8]], sender: String? = nil) {
        self.init(head: parts.first, tail: Array(parts.dropFirst()), sender: sender)
    }

    init(head: [UInt8]?, tail: [[UInt8]], sender: String?) {
        (self.head, self.tail, self.sender) = (head, tail, sender)
    }

    /// All parts in order.
    package var parts: [[UInt8]] { Array(self) }
}

extension Frames: ExpressibleByArrayLiteral {
    package init(arrayLiteral parts: [UInt8]...) {
        self.init(parts)
    }
}

extension Frames: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { head == nil ? 0 : 1 + tail.count }
    package subscript(position: Int) -> [UInt8] {
        guard position == 0 else { return tail[position - 1] }
        guard let head else { preconditionFailure("An empty message has no part.") }
        return head
    }

    /// Counts the bytes of all parts together.
    package var byteCount: Int { tail.reduce(head?.count ?? 0) { $0 + $1.count } }
}
