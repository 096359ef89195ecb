/// Holds the parts of one multipart message as plain bytes, so that it can leave the messaging thread.
///
/// Most messages where speed counts have one part and no sender: then nothing is kept, and counted, but its bytes.
package struct Frames: Sendable {
    /// What messages of several parts, or with a sender, have besides.
    private final class Rest: Sendable {
        let parts: [[UInt8]]
        let sender: String?

        init(_ parts: [[UInt8]], _ sender: String?) { (self.parts, self.sender) = (parts, sender) }
    }

    private let head: [UInt8]?
    private let rest: Rest?

    package init(_ parts: [[UInt8]], sender: String? = nil) {
        self.init(head: parts.first, tail: Array(parts.dropFirst()), sender: sender)
    }

    init(head: [UInt8]?, tail: [[UInt8]], sender: String?) {
        self.head = head
        rest = tail.isEmpty && sender == nil ? nil : Rest(tail, sender)
    }

    /// Names the user who sent it, as the ``Authenticator`` knows the key: only what a ROUTER or XPUB with CURVE
    /// received has it, and not the unsubscription that the library makes up for a subscriber that vanished.
    package var sender: String? { rest?.sender }

    /// Lists all parts in order.
    package var parts: [[UInt8]] { head.map { [$0] + tail } ?? [] }

    /// Lists the parts after the first one.
    var tail: [[UInt8]] { rest?.parts ?? [] }
}

extension Frames: Hashable {
    package static func == (one: Frames, other: Frames) -> Bool {
        one.head == other.head && one.tail == other.tail && one.sender == other.sender
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(head)
        hasher.combine(tail)
        hasher.combine(sender)
    }
}

extension Frames: ExpressibleByArrayLiteral {
    package init(arrayLiteral parts: [UInt8]...) {
        self.init(parts)
    }
}

extension Frames: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { head == nil ? 0 : 1 + tail.count }
    package var first: [UInt8]? { head }
    package subscript(position: Int) -> [UInt8] {
        guard position == 0 else { return tail[position - 1] }
        guard let head else { preconditionFailure("An empty message has no part.") }
        return head
    }

    /// Counts the bytes of all parts together.
    package var byteCount: Int { tail.reduce(head?.count ?? 0) { $0 + $1.count } }
}
