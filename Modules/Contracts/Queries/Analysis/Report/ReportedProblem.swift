package import Scheme

/// A problem that the workgroup named, with its risk and what can be done about it.
package struct ReportedProblem: Codable, Hashable, Sendable {
    /// The problem, for instance K1.
    package let bottleneck: LocalID
    /// The problem in one line, as the workgroup named it.
    package let title: String
    /// The figure that shows it.
    package let indicator: String
    /// The figure's value in this measurement.
    package let value: Double?
    /// Its place from 1, the most serious; equal risks share a place.
    package let rank: Int
    /// How likely it is to befall an establishment in a year; `nil` for a figure that tells no such chance.
    package let likelihood: RiskClass?
    /// How serious it is when it happens, 1 to 5; `nil` for a figure without a class.
    package let impact: Int?
    /// The kinds of problem under which the catalogue of measures knows it.
    package let keys: [String]
    /// The measures of the catalogue for it, best evidence first.
    package let measures: [CatalogueMeasure]

    /// Makes the value.
    package init(
        bottleneck: LocalID,
        title: String,
        indicator: String,
        value: Double? = nil,
        rank: Int,
        likelihood: RiskClass? = nil,
        impact: Int? = nil,
        keys: [String],
        measures: [CatalogueMeasure]
    ) {
        self.bottleneck = bottleneck
        self.title = title
        self.indicator = indicator
        self.value = value
        self.rank = rank
        self.likelihood = likelihood
        self.impact = impact
        self.keys = keys
        self.measures = measures
    }
}
