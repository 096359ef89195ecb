package import Scheme

/// A CBS district or neighbourhood with the name under which its figures are delivered.
package struct NamedRegion: Hashable, Sendable {
    /// The CBS code.
    package let code: RegionCode
    /// The name in the CBS list of the same year.
    package let name: String

    /// Names a region.
    package init(code: RegionCode, name: String) { (self.code, self.name) = (code, name) }
}
