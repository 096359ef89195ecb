/// A delivery of the police, read and not yet judged.
package struct PoliceFigures: Hashable, Sendable {
    /// The figures; each type, region and month at most once.
    package let cells: [PoliceCell]
    /// The source, as it must be named.
    package let source: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String
    /// The regions of about the area's size, which are neither of the area nor the municipality.
    package let comparable: [CensusRegion]

    /// Makes the value.
    package init(cells: [PoliceCell], source: String, digest: String, comparable: [CensusRegion] = []) {
        (self.cells, self.source, self.digest, self.comparable) = (cells, source, digest, comparable)
    }

    /// The number of figures that the source withholds.
    var withheld: Int { cells.count { $0.count == .withheld } }
}
