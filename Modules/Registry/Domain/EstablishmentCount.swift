/// What an event may tell of a list of establishments: how many and which list, never which firms.
package struct EstablishmentCount: Hashable, Sendable {
    /// The number of establishments.
    package let count: Int
    /// SHA-256 of the sorted numbers, hexadecimal.
    package let digest: String

    /// Describes a list.
    package init(count: Int, digest: String) { (self.count, self.digest) = (count, digest) }
}
