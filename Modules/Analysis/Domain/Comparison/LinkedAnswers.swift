package import Statistics

/// The answers to one question in two measurements, split by whether an establishment answered it in both.
///
/// Made from private answers and never kept: small cells would tell what single firms said.
package struct LinkedAnswers: Hashable, Sendable {
    /// The figure.
    package let figure: FigureID
    /// The establishments that answered in both.
    package let pairs: PairedTable
    /// Those that answered in the earlier measurement only.
    package let onlyBefore: SurveyTally.Indicator
    /// Those that answered in the later measurement only.
    package let onlyAfter: SurveyTally.Indicator

    /// Makes the value.
    package init(
        figure: FigureID,
        pairs: PairedTable,
        onlyBefore: SurveyTally.Indicator,
        onlyAfter: SurveyTally.Indicator
    ) {
        self.figure = figure
        self.pairs = pairs
        self.onlyBefore = onlyBefore
        self.onlyAfter = onlyAfter
    }

    /// Whether the change among the pairs may be told beside the shares of all.
    ///
    /// The two together tell how those that answered once differ; of fewer than five that would be what single firms
    /// said, as it would be of fewer than ten pairs.
    var mayBeTold: Bool {
        let once = onlyBefore.valid + onlyAfter.valid
        return pairCount >= FigureChange.smallestBase && (once == 0 || once >= SurveyTally.smallestBase)
    }

    /// The number of establishments that answered in both.
    var pairCount: Int { pairs.yesYes + pairs.yesNo + pairs.noYes + pairs.noNo }
}
