/// One figure in two measurements.
package struct FigureComparison: Codable, Hashable, Sendable {
    /// In the earlier measurement.
    package let before: Figure
    /// In the later one.
    package let after: Figure
    /// How it changed, the main method first; empty where nothing is estimated, `nil` in an event of before this was
    /// told.
    package let changes: [FigureChange]?

    /// Makes the value.
    package init(before: Figure, after: Figure, changes: [FigureChange]? = nil) {
        self.before = before
        self.after = after
        self.changes = changes
    }
}
