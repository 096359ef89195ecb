/// Holds how each month of the year lies to the mean month.
package struct SeasonalIndex: Sendable, Hashable {
    /// The mean of the month over the mean of all, for twelve months from the first of the series; nil without one full
    /// year or without any event.
    package let index: [Double?]
    /// Each count of the full years over its month's index; nil where that is 0 or nil.
    package let adjusted: [Double?]
    /// The number of full years; with fewer than three the adjustment is not to be shown.
    package var fullYears: Int { adjusted.count / 12 }
}

/// Takes the season out of monthly counts (`seasonal_index`; ratio to the overall mean).
///
/// Months beyond the last full year are dropped. The first index belongs to the first month of the series, whichever
/// month of the calendar that is.
package func seasonalIndex(_ counts: [Double]) throws(StatisticsError) -> SeasonalIndex {
    try Check.counts(counts, "the number of events")
    let full = Array(counts.prefix(counts.count / 12 * 12))
    let years = Double(full.count / 12)
    guard let mean = full.mean, mean > 0 else {
        return SeasonalIndex(
            index: Array(repeating: nil, count: 12),
            adjusted: Array(repeating: nil, count: full.count)
        )
    }
    let index = (0..<12).map { month in
        stride(from: month, to: full.count, by: 12).map { full[$0] }.sum / years / mean
    }
    return SeasonalIndex(
        index: index,
        adjusted: full.indices.map { index[$0 % 12] == 0 ? nil : full[$0] / index[$0 % 12] }
    )
}
