import Statistics

/// What a count would have become by itself, among regions of about the same size.
package struct RegressionLine: Hashable, Sendable {
    /// The number of regions, the area included.
    package let regions: Int
    /// Their mean count.
    package let mean: Double
    /// The count to expect next without any measure.
    package let expected: Double
    /// The fall to expect in per cent, negative for a rise; `nil` when the count is 0.
    package let dropPercent: Double?
}

extension CrimeCount {
    private static let fewestRegions = 3

    /// The regression of the area's count to the mean of it and the comparable regions; `nil` with fewer than three.
    package var regression: RegressionLine? {
        guard let number = area.number, comparable.count + 1 >= Self.fewestRegions,
            let line = try? regressionToMean(counts: ([number] + comparable).map(Double.init), pick: 0)
        else { return nil }
        return RegressionLine(
            regions: comparable.count + 1,
            mean: line.mean,
            expected: line.expectedNext,
            dropPercent: line.expectedDropPercent
        )
    }
}
