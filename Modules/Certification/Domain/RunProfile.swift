package import Scheme

/// What certification knows of a run from its start.
package struct RunProfile: Hashable, Sendable {
    /// The area's name.
    package let name: String
    /// The scheme version by which everything in the run is judged.
    package let scheme: SchemeID

    /// Describes a run.
    package init(name: String, scheme: SchemeID) { (self.name, self.scheme) = (name, scheme) }
}
