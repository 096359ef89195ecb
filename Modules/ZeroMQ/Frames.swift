/// Holds the parts of one multipart message as plain bytes, so that it can leave the messaging thread.
package struct Frames: Hashable, Sendable {
    package var parts: [[UInt8]]

    package init(_ parts: [[UInt8]]) {
        self.parts = parts
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
