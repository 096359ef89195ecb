/// One figure in two measurements.
package struct FigureComparison: Hashable, Sendable {
    /// In the earlier measurement.
    package let before: Figure
    /// In the later one.
    package let after: Figure
    /// How it changed, the main method first; none where nothing is estimated.
    package var changes: [FigureChange]

    /// Makes the value.
    package init(before: Figure, after: Figure, changes: [FigureChange] = []) {
        (self.before, self.after, self.changes) = (before, after, changes)
    }
}
