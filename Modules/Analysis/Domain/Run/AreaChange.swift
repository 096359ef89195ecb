package import Scheme

/// An area of the run has changed.
package struct AreaChange: Hashable, Sendable {
    /// The area.
    package let area: AreaID
    /// How it was before, if that was heard; a run of several areas needs it to tell the difference.
    package let before: AreaFacts?
    /// How it is from now on.
    package let after: AreaFacts

    /// Makes the value.
    package init(area: AreaID, before: AreaFacts?, after: AreaFacts) {
        (self.area, self.before, self.after) = (area, before, after)
    }
}
