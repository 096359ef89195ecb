package import Scheme

/// A problem that the analysis shows and the plan must cover.
package struct Bottleneck: Codable, Hashable, Sendable {
    /// The problem, for instance K1.
    package let id: LocalID
    /// The problem in one line.
    package let title: String
    /// The indicator that shows it.
    package let indicator: String
    /// The indicator's value in this measurement.
    package let value: Double?
    /// The measures of the catalogue for it, best evidence first; `nil` in an event of before they were named.
    ///
    /// A plan takes a measure over by its identifier.
    package let measures: [LocalID]?

    /// Makes the value.
    package init(id: LocalID, title: String, indicator: String, value: Double?, measures: [LocalID]? = nil) {
        self.id = id
        self.title = title
        self.indicator = indicator
        self.value = value
        self.measures = measures
    }
}
