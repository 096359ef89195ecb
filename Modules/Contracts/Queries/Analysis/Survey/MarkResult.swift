/// The mean of marks with its 95 % limits.
package struct MarkResult: Codable, Hashable, Sendable {
    /// The number of marks, 10 or more.
    package let count: Int
    /// The mean.
    package let mean: Double
    /// The standard deviation.
    package let deviation: Double?
    /// The lower limit; it may pass the end of the scale.
    package let lower: Double?
    /// The upper limit.
    package let upper: Double?
    /// Whether all marks are equal, which is no certainty.
    package let allEqual: Bool

    /// Makes the value.
    package init(
        count: Int,
        mean: Double,
        deviation: Double? = nil,
        lower: Double? = nil,
        upper: Double? = nil,
        allEqual: Bool
    ) {
        self.count = count
        self.mean = mean
        self.deviation = deviation
        self.lower = lower
        self.upper = upper
        self.allEqual = allEqual
    }
}
