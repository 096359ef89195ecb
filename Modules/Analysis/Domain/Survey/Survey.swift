package import Scheme

/// The entrepreneurs' survey of one measurement.
package struct Survey: Hashable, Sendable {
    /// The questionnaire.
    package let questionnaire: QuestionnaireID
    /// The number of establishments invited, frozen at the opening.
    package let invited: Int
    /// The day of opening.
    package let openedOn: CalendarDate
    /// The number of establishments that have answered.
    package var answers = 0
    /// The day of closing; `nil` while answers can come in.
    package var closedOn: CalendarDate?
}
