import Crypto
package import FoundationEssentials

/// A SHA-256 digest: 32 bytes that stand for any amount of data (FIPS 180-4).
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The number of bytes of every digest.
    package static let byteCount = 32

    /// The 32 bytes.
    package let bytes: Data

    /// Digests data.
    package init(of data: some DataProtocol) {
        self.bytes = Data(SHA256.hash(data: data))
    }

    /// Digests the UTF-8 of a text.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// Takes a digest that was made before, or `nil` when it has not 32 bytes.
    package init?(bytes: Data) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The 64 hexadecimal digits in lower case.
    package var hex: String { Hexadecimal.text(of: bytes) }

    package var description: String { hex }
}
