package import Scheme

/// An established safety analysis, as far as a review needs it.
package struct Measurement: Hashable, Sendable {
    /// The number, 0 for the baseline.
    package let number: Int
    /// The day on which its survey closed, if it had one.
    package let surveyClosedOn: CalendarDate?

    /// Describes a measurement.
    package init(number: Int, surveyClosedOn: CalendarDate?) {
        (self.number, self.surveyClosedOn) = (number, surveyClosedOn)
    }
}
