/// Bounds a figure from below and above; both ends belong to the interval.
package struct Interval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    /// Takes the bounds in order; a lower bound above the upper one is a programmer mistake.
    package init(lower: Double, upper: Double) {
        precondition(lower <= upper, "the lower bound \(lower) lies above the upper bound \(upper)")
        self.lower = lower
        self.upper = upper
    }

    /// Tells whether a value lies within the bounds, the bounds included.
    package func contains(_ value: Double) -> Bool {
        (lower...upper).contains(value)
    }
}
