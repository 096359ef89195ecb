/// One question of the survey, as the share of answers that count as yes.
package struct ReportedQuestion: Codable, Hashable, Sendable {
    /// The figure, for instance enquete.slachtoffer-inbraak.
    package let id: String
    /// The figure's name in Dutch.
    package let name: String
    /// What the question is about, `nil` when that is not known; questions of one theme are one family of tests.
    package let theme: SurveyTheme?
    /// Whether a higher share is better.
    package let yesIsGood: Bool
    /// The share in this measurement.
    package let now: ReportedShare
    /// The share in the earlier measurement; `nil` when it had none that may be told.
    package let before: ReportedShare?
    /// How it changed, the main method first; empty without a comparison.
    package let changes: [FigureChange]
    /// Whether the earlier survey put the question in other words, so that the two are not compared.
    package let isReworded: Bool

    /// Makes the value.
    package init(
        id: String,
        name: String,
        theme: SurveyTheme? = nil,
        yesIsGood: Bool,
        now: ReportedShare,
        before: ReportedShare? = nil,
        changes: [FigureChange],
        isReworded: Bool
    ) {
        self.id = id
        self.name = name
        self.theme = theme
        self.yesIsGood = yesIsGood
        self.now = now
        self.before = before
        self.changes = changes
        self.isReworded = isReworded
    }
}
