package import Scheme

/// What was established of a measurement; it no longer changes.
package struct EstablishedAnalysis: Hashable, Sendable {
    /// The day.
    package let on: CalendarDate
    /// The day on which the survey closed.
    package let surveyClosedOn: CalendarDate?
    /// The figures.
    package let figures: [Figure]
    /// The problems.
    package let bottlenecks: [Bottleneck]

    /// Makes the value.
    package init(on: CalendarDate, surveyClosedOn: CalendarDate?, figures: [Figure], bottlenecks: [Bottleneck]) {
        self.on = on
        self.surveyClosedOn = surveyClosedOn
        self.figures = figures
        self.bottlenecks = bottlenecks
    }
}
