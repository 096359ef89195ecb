/// Answers have come in: how many and from which file, never what they say.
package struct ResponseReceipt: Hashable, Sendable {
    /// The number of establishments.
    package let count: Int
    /// SHA-256 of the file, hexadecimal.
    package let digest: String

    /// Makes the value.
    package init(count: Int, digest: String) { (self.count, self.digest) = (count, digest) }
}
