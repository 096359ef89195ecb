/// One figure in two measurements.
package struct FigureComparison: Hashable, Sendable {
    /// In the earlier measurement.
    package let before: Figure
    /// In the later one.
    package let after: Figure

    /// Makes the value.
    package init(before: Figure, after: Figure) { (self.before, self.after) = (before, after) }
}
