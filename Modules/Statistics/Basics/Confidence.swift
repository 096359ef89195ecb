/// Fixes how often an interval procedure covers the truth in the long run.
package struct Confidence: Sendable, Hashable {
    /// The confidence as a fraction, strictly between 0 and 1.
    package let level: Double

    /// The default of every interval, 95 %.
    package static let ninetyFive = Confidence(unchecked: 0.95)

    /// Takes a fraction such as 0.95 and refuses 0, 1 and everything outside them.
    package init(_ level: Double) throws(StatisticsError) {
        guard level > 0, level < 1 else { throw .confidenceOutOfRange(level) }
        self.level = level
    }

    private init(unchecked level: Double) {
        self.level = level
    }

    /// The probability left in each tail, α/2.
    var tail: Double { (1 - level) / 2 }

    /// The two-sided normal quantile z, 1.96 for 95 %.
    package var z: Double { -normalQuantile(tail) }
}
