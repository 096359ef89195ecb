/// A delivery of the police, read and not yet judged.
package struct PoliceFigures: Hashable, Sendable {
    /// The figures; each type, region and month at most once.
    package let cells: [PoliceCell]
    /// The source, as it must be named.
    package let source: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String

    /// Makes the value.
    package init(cells: [PoliceCell], source: String, digest: String) {
        (self.cells, self.source, self.digest) = (cells, source, digest)
    }

    /// The number of figures that the source withholds.
    var withheld: Int { cells.count { $0.count == .withheld } }
}
