/// The sums of a list of numbers.
extension [Double] {
    /// The sum from the first to the last entry.
    var sum: Double { reduce(0, +) }

    /// The mean, or nil of an empty list.
    var mean: Double? { isEmpty ? nil : sum / Double(count) }

    /// Σ(x − mean)², in two passes; 0 of an empty list.
    var squaredDeviations: Double {
        guard let mean else { return 0 }
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
