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

    /// Makes the value.
    package init(id: LocalID, title: String, indicator: String, value: Double?) {
        self.id = id
        self.title = title
        self.indicator = indicator
        self.value = value
    }
}
