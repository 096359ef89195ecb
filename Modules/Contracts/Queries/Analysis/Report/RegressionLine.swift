/// What a count would have become by itself, among regions of about the same size: bad years are mostly followed by
/// better ones.
package struct RegressionLine: Codable, Hashable, Sendable {
    /// The number of regions, the area included; 3 or more.
    package let regions: Int
    /// Their mean count.
    package let mean: Double
    /// The count to expect next without any measure.
    package let expected: Double
    /// The fall to expect in per cent of the earlier count, negative for a rise; `nil` when that count was 0.
    package let dropPercent: Double?

    /// Makes the value.
    package init(regions: Int, mean: Double, expected: Double, dropPercent: Double? = nil) {
        self.regions = regions
        self.mean = mean
        self.expected = expected
        self.dropPercent = dropPercent
    }
}
