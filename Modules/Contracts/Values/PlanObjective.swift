package import Scheme

/// What a plan wants to reach for one problem.
package struct PlanObjective: Codable, Hashable, Sendable {
    /// The objective, for instance D1.
    package let id: LocalID
    /// The objective in one line.
    package let title: String
    /// The problem that it is about.
    package let bottleneck: LocalID
    /// The indicator by which it is judged.
    package let indicator: String
    /// The indicator's value when the objective was set.
    package let base: Double?
    /// The value to be reached.
    package let target: Double
    /// The day by which it is to be reached.
    package let by: CalendarDate

    /// Makes the value.
    package init(
        id: LocalID,
        title: String,
        bottleneck: LocalID,
        indicator: String,
        base: Double?,
        target: Double,
        by: CalendarDate
    ) {
        self.id = id
        self.title = title
        self.bottleneck = bottleneck
        self.indicator = indicator
        self.base = base
        self.target = target
        self.by = by
    }
}
