package import Scheme

/// The survey has been closed.
package struct SurveyClosing: Hashable, Sendable {
    /// The number of establishments that answered.
    package let answers: Int
    /// The number invited.
    package let invited: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the value.
    package init(answers: Int, invited: Int, on: CalendarDate) {
        (self.answers, self.invited, self.on) = (answers, invited, on)
    }
}
