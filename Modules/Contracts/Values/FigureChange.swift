/// How a figure changed between two measurements, by one method.
///
/// It says nothing of single establishments: numbers of answers stand in it from 10 on only.
package struct FigureChange: Codable, Hashable, Sendable {
    /// How it was estimated, which also says what `estimate` is.
    package let method: ChangeMethod
    /// The change; `nil` where the method leaves it undefined, as a ratio to 0.
    package let estimate: Double?
    /// The lower limit of the 95 % interval; `nil` when the figures do not bound it.
    package let lower: Double?
    /// The upper limit of the 95 % interval; `nil` when the figures do not bound it.
    package let upper: Double?
    /// The two-sided p-value of no change, for the appendix only: 0 to 1.
    package let pValue: Double?
    /// The p-value after Holm among the questions of the same theme, for goals.
    package let holm: Double?
    /// The p-value after Benjamini-Hochberg among the questions of the same theme, for exploring.
    package let benjaminiHochberg: Double?
    /// The number of establishments that answered in both measurements, for a paired method; 10 or more.
    package let pairs: Int?
    /// The number that answered in the earlier measurement only, when the change is that of such establishments; 10 or
    /// more.
    package let onlyBefore: Int?
    /// The number that answered in the later measurement only, when the change is that of such establishments; 10 or
    /// more.
    package let onlyAfter: Int?
    /// By how much more than chance the months vary, 1 or more, by which the variance was multiplied; `nil` where it
    /// was not estimated.
    package let dispersion: Double?
    /// Whether half an event was added to each of four counts because one of them was 0.
    package let isCorrected: Bool?

    /// Makes the value.
    package init(
        method: ChangeMethod,
        estimate: Double? = nil,
        lower: Double? = nil,
        upper: Double? = nil,
        pValue: Double? = nil,
        holm: Double? = nil,
        benjaminiHochberg: Double? = nil,
        pairs: Int? = nil,
        onlyBefore: Int? = nil,
        onlyAfter: Int? = nil,
        dispersion: Double? = nil,
        isCorrected: Bool? = nil
    ) {
        self.method = method
        self.estimate = estimate
        self.lower = lower
        self.upper = upper
        self.pValue = pValue
        self.holm = holm
        self.benjaminiHochberg = benjaminiHochberg
        self.pairs = pairs
        self.onlyBefore = onlyBefore
        self.onlyAfter = onlyAfter
        self.dispersion = dispersion
        self.isCorrected = isCorrected
    }

    /// A relative effect as a change in per cent against the reference, negative for a fall, the limits in order.
    ///
    /// `nil` for every other method: 100·(1/RES − 1), in which the limits change places.
    package var percent: (estimate: Double, lower: Double, upper: Double)? {
        guard method == .relativeEffectSize, let estimate, let lower, let upper, lower > 0 else { return nil }
        return (100 * (1 / estimate - 1), 100 * (1 / upper - 1), 100 * (1 / lower - 1))
    }
}
