/// Holds the public half of a CURVE key pair: what a partner or a service is known by.
package struct CurvePublicKey: Hashable, Sendable {
    static let byteCount = 32

    let bytes: [UInt8]

    /// Reads a key.
    ///
    /// - Parameter z85: 40 characters of the Z85 alphabet (ZeroMQ RFC 32) that stand for 32 bytes; anything else gives
    ///   `nil`.
    package init?(_ z85: String) {
        guard let bytes = Z85.bytes(of: z85) else { return nil }
        self.init(bytes: bytes)
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Gives the first 10 of the 40 characters: enough to tell keys apart in a log.
    package var fingerprint: String { String(description.prefix(10)) }
}

extension CurvePublicKey: CustomStringConvertible {
    /// Gives the 40 characters in which the key is exchanged.
    package var description: String { Z85.text(of: bytes) }
}
