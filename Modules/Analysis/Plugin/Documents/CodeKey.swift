package import AnalysisDomain
import CloudEvents
package import FoundationEssentials
import Integrity
import Scheme

/// A run's key, by which a response code becomes the name under which answers are kept.
///
/// The name is HMAC-SHA-256 (RFC 2104) of the code, cut to 128 bits: who sees the answers without the key cannot find out
/// to which code they belong, although there are few enough codes to try them all. The same code gives the same name in
/// every measurement of the run.
package struct CodeKey: Codable, Sendable {
    /// The secret, 32 bytes of chance.
    private let secret: Data

    /// Takes a secret of 64 bytes at most; for tests, a key is made by chance.
    package init(_ secret: Data) { self.secret = secret }

    /// Makes a key from the system's generator.
    static func random() -> CodeKey {
        var generator = SystemRandomNumberGenerator()
        return CodeKey(Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }))
    }

    /// The name under which the answers to a code are kept; blanks, hyphens and small letters make no difference.
    package func name(of code: RespondentCode) -> RespondentCode {
        let text = (try? ResponseCode(typed: code.text))?.text ?? code.text
        let name = digest(of: Data(text.utf8)).hex.prefix(32)
        guard let name = RespondentCode(String(name)) else { preconditionFailure("32 hexadecimal digits are a code") }
        return name
    }

    /// The whole digest.
    private func digest(of message: Data) -> SHA256Digest {
        let block = 64
        let key = secret + Data(repeating: 0, count: max(0, block - secret.count))
        let inner = SHA256Digest(of: Data(key.map { $0 ^ 0x36 }) + message)
        return SHA256Digest(of: Data(key.map { $0 ^ 0x5C }) + inner.bytes)
    }
}
