/// Holds a row of counts of which those that could betray someone are hidden.
package struct SuppressedRow: Sendable, Hashable {
    /// The counts, nil where hidden.
    package let shown: [Int?]
    /// The total, which is published.
    package let total: Int

    /// Tells whether the total betrays the only hidden count and so must be hidden too.
    package var totalBetrays: Bool { shown.count { $0 == nil } == 1 }
}

/// Hides small counts in a row with a published total (`suppress_small`).
///
/// Every count from 1 to threshold − 1 is hidden, 0 stays. If exactly one is hidden, the smallest other count that is
/// not 0 is hidden too, the first of equal ones; without such a count the total betrays the hidden one.
package func suppressSmall(_ counts: [Int], threshold: Int = 5) throws(StatisticsError) -> SuppressedRow {
    for count in counts { _ = try Count.checked(count, "the number of events") }
    _ = try Count.checked(threshold, "the threshold")
    var hidden = counts.indices.filter { counts[$0] > 0 && counts[$0] < threshold }
    if hidden.count == 1 {
        let others = counts.indices.filter { counts[$0] > 0 && !hidden.contains($0) }
        if let smallest = others.min(by: { counts[$0] < counts[$1] }) { hidden.append(smallest) }
    }
    return SuppressedRow(
        shown: counts.indices.map { hidden.contains($0) ? nil : counts[$0] },
        total: counts.reduce(0, +)
    )
}
