package import Scheme

/// A problem that the workgroup names, before its figure has been looked up.
package struct NewBottleneck: Hashable, Sendable {
    /// The problem, for instance K1.
    package let id: LocalID
    /// The problem in one line.
    package let title: String
    /// The identifier of the figure that shows it, as it was typed.
    package let indicator: String

    /// Makes the value.
    package init(id: LocalID, title: String, indicator: String) {
        (self.id, self.title, self.indicator) = (id, title, indicator)
    }
}
