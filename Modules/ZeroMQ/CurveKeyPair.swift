import CZeroMQ
import Glibc

/// Holds the long-term keys of one partner or one service; no description shows the secret one.
package struct CurveKeyPair: Sendable {
    package let publicKey: CurvePublicKey
    private let secret: SecretKey

    /// Makes a new pair from the system's random numbers.
    ///
    /// - Throws: `ZeroMQError` when the library was built without CURVE.
    package init() throws(ZeroMQError) {
        var publicText = [CChar](repeating: 0, count: Self.textSize)
        var secretText = [CChar](repeating: 0, count: Self.textSize)
        defer { Self.wipe(&secretText) }
        // Sound because both buffers have the 41 bytes that the library writes, and outlive the call.
        guard unsafe zmq_curve_keypair(&publicText, &secretText) == 0 else {
            throw ZeroMQError(.curveMissing, .makeKeys)
        }
        guard let publicKey = CurvePublicKey(Self.text(publicText)), let secret = SecretKey(Self.text(secretText))
        else { throw ZeroMQError(.curveMissing, .makeKeys) }
        (self.publicKey, self.secret) = (publicKey, secret)
    }

    /// Reads a secret key and derives the public one.
    ///
    /// - Parameter z85: 40 characters of the Z85 alphabet (ZeroMQ RFC 32); anything else gives `nil`.
    package init?(secret z85: String) {
        guard let secret = SecretKey(z85) else { return nil }
        var publicText = [CChar](repeating: 0, count: Self.textSize)
        // Sound because the buffer has the 41 bytes that the library writes, and both texts outlive the call.
        guard unsafe zmq_curve_public(&publicText, z85) == 0, let publicKey = CurvePublicKey(Self.text(publicText))
        else { return nil }
        (self.publicKey, self.secret) = (publicKey, secret)
    }

    /// Gives the secret key in Z85, 40 characters; only for the key file.
    package var secretText: String { secret.withBytes { Z85.text(of: $0) } }

    /// Lends the secret key's 32 bytes.
    func withSecret<Result, Failure>(_ body: ([UInt8]) throws(Failure) -> Result) throws(Failure) -> Result {
        try secret.withBytes(body)
    }

    /// Counts the characters of a key with the closing zero.
    private static let textSize = 41

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func wipe(_ characters: inout [CChar]) {
        // Sound because the buffer is written within its own bounds.
        unsafe explicit_bzero(&characters, characters.count)
    }
}

extension CurveKeyPair: CustomStringConvertible, CustomReflectable {
    /// Names the pair by its public key.
    package var description: String { "key pair of \(publicKey.fingerprint)" }

    /// Shows the public key only, also to `dump` and debuggers that ask.
    package var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
