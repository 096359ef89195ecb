package import Statistics

/// A share of answers as it may be told.
package struct ShareOutcome: Hashable, Sendable {
    /// Those that said yes.
    package let yes: Int
    /// Those that answered, 5 or more.
    package let valid: Int
    /// The share with its 95 % limits; `nil` with fewer than 10 answers.
    package let estimate: Proportion?
    /// The establishments of all invited that go with the answers, by the exact finite interval at 95 %.
    ///
    /// `nil` with fewer than 10 answers, and where it is not known how many the question is about.
    package let firms: ClosedRange<Int>?

    /// Estimates the share of all invited; `nil` with fewer than 5 answers.
    ///
    /// - Parameters:
    ///   - figure: What the share shows.
    ///   - count: The answers.
    ///   - invited: The number invited, for the correction of the limits; `nil` where it is not known, as for a group.
    ///   - isOfAll: Whether the question was put to all of them.
    init?(_ figure: FigureID, _ count: GroupCount, invited: Int?, isOfAll: Bool) {
        guard count.valid >= PublicationRule.smallestCell else { return nil }
        (yes, valid) = (count.yes, count.valid)
        guard count.valid >= PublicationRule.smallestBase else {
            (estimate, firms) = (nil, nil)
            return
        }
        // Refused only for more answers than were invited, which an import never lets come about.
        estimate = SurveyTally.Indicator(id: figure, yes: count.yes, valid: count.valid).share(of: invited)
        let exact = invited.flatMap { try? propHypergeomExact(x: count.yes, n: count.valid, population: $0) }
        firms = isOfAll ? exact.map { $0.lowerCount...$0.upperCount } : nil
    }
}
