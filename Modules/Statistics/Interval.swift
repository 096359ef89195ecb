/// Bounds a figure from below and above; both ends belong to the interval.
package struct Interval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    /// Tells whether a value lies within the bounds, the bounds included.
    package func contains(_ value: Double) -> Bool {
        (lower...upper).contains(value)
    }
}
