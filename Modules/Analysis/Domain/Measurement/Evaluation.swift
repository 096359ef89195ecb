package import Scheme

/// A measurement has been compared with the one before it.
package struct Evaluation: Hashable, Sendable {
    /// The day.
    package let on: CalendarDate
    /// The figures that both have and that mean the same in both.
    package let comparisons: [FigureComparison]

    /// Makes the value.
    package init(on: CalendarDate, comparisons: [FigureComparison]) { (self.on, self.comparisons) = (on, comparisons) }
}
