/// Counts of one place in two periods; fractional when they are weighted.
package struct BeforeAfter: Sendable, Hashable {
    /// The count before the measures began.
    package let before: Double
    /// The count after.
    package let after: Double

    /// Takes both counts; each method checks them under its own name.
    package init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }

    /// No events in either period.
    package static let none = BeforeAfter(before: 0, after: 0)

    func checked(_ name: String) throws(StatisticsError) {
        try Check.count(before, "\(name) before")
        try Check.count(after, "\(name) after")
    }
}
