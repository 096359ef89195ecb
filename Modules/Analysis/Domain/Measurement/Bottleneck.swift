package import Scheme

/// A problem that the analysis shows and the plan must cover.
package struct Bottleneck: Hashable, Sendable {
    /// The problem, for instance K1.
    package let id: LocalID
    /// The problem in one line.
    package let title: String
    /// The figure that shows it.
    package let figure: FigureID
    /// The figure's value in this measurement.
    package let value: Double?
    /// The measures of the catalogue for it, best evidence first; `nil` in a log of before they were named.
    package let measures: [LocalID]?

    /// Makes the value.
    package init(id: LocalID, title: String, figure: FigureID, value: Double?, measures: [LocalID]? = nil) {
        (self.id, self.title, self.figure, self.value, self.measures) = (id, title, figure, value, measures)
    }
}
