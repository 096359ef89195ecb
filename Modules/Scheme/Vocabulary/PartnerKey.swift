/// Holds the public half of a partner's CURVE key pair, 32 bytes as 40 characters of Z85.
///
/// Source: ZeroMQ RFC 32 (Z85).
package struct PartnerKey: Identifier {
    package static let rule = "a public CURVE key: 40 characters of Z85, as zmq_curve_keypair writes it"
    package let text: String

    private static let alphabet = Array(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8
    )
    private static let digits = Dictionary(uniqueKeysWithValues: zip(alphabet, UInt64(0)...))

    package init?(_ text: String) {
        let digits = text.utf8.compactMap { Self.digits[$0] }
        guard text.utf8.count == 40, digits.count == 40 else { return nil }
        // Five characters stand for four bytes, and can say more than those hold.
        let groups = stride(from: 0, to: 40, by: 5).map { digits[$0..<$0 + 5].reduce(0) { $0 * 85 + $1 } }
        guard groups.allSatisfy({ $0 <= UInt64(UInt32.max) }), groups.contains(where: { $0 != 0 }) else { return nil }
        self.text = text
    }

    /// The beginning of the key, enough for a person to tell two keys apart.
    package var fingerprint: String { String(text.prefix(10)) }
}
