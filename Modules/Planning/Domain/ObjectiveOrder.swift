package import Scheme

/// An objective as it is asked for; its base comes from the safety analysis.
package struct ObjectiveOrder: Hashable, Sendable {
    /// The objective, for instance D1.
    package let id: LocalID
    /// The objective in one line.
    package let title: String
    /// The problem that it is about.
    package let bottleneck: LocalID
    /// The figure by which it is judged.
    package let indicator: String
    /// The value to be reached.
    package let target: Double
    /// The day by which it is to be reached.
    package let by: CalendarDate

    /// Makes an order.
    package init(
        id: LocalID,
        title: String,
        bottleneck: LocalID,
        indicator: String,
        target: Double,
        by: CalendarDate
    ) {
        self.id = id
        self.title = title
        self.bottleneck = bottleneck
        self.indicator = indicator
        self.target = target
        self.by = by
    }
}
