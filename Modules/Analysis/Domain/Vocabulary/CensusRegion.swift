/// A municipality, district or neighbourhood: figures are delivered under its name, and its code tells it apart.
package struct CensusRegion: Hashable, Sendable {
    /// The CBS code, `GM1581`, `WK158100` or `BU15810000`.
    package let code: String
    /// The name in the CBS list of the same year; not unique.
    package let name: String

    /// Makes the value.
    package init(code: String, name: String) { (self.code, self.name) = (code, name) }

    /// Whether this region lies within another one of a higher level, as the codes tell (`BU15810000` in `WK158100`).
    package func lies(in other: CensusRegion) -> Bool {
        code.utf8.count > other.code.utf8.count && code.dropFirst(2).hasPrefix(other.code.dropFirst(2))
    }
}
