package import Scheme

/// What the plan wants to reach for one bottleneck, measurable and with a day.
package struct Objective: Hashable, Sendable {
    /// Why an objective of an earlier version ended when the plan was adjusted.
    package enum End: String, Hashable, Sendable, CaseIterable {
        /// The new safety analysis no longer shows its bottleneck.
        case bottleneckGone
        /// The new safety analysis no longer has the figure by which it is judged.
        case indicatorGone
    }

    /// The objective, for instance D1.
    package let id: LocalID
    /// The objective in one line.
    package let title: String
    /// The problem that it is about.
    package let bottleneck: LocalID
    /// The indicator by which it is judged.
    package let indicator: String
    /// The indicator's value when the objective was set, or `nil` when that was undefined.
    package let base: Double?
    /// The value to be reached.
    package let target: Double
    /// The day by which it is to be reached.
    package let by: CalendarDate

    /// Makes an objective.
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

    /// Why this objective cannot be carried over to a plan on another analysis, or `nil` when it can.
    func end(under analysis: SafetyAnalysis) -> End? {
        if analysis.bottleneck(bottleneck) == nil { return .bottleneckGone }
        return analysis.indicator(indicator) == nil ? .indicatorGone : nil
    }
}
