package import Scheme

/// The survey has been opened.
package struct SurveyOpening: Hashable, Sendable {
    /// The questionnaire.
    package let questionnaire: QuestionnaireID
    /// The number of establishments invited.
    package let invited: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the value.
    package init(questionnaire: QuestionnaireID, invited: Int, on: CalendarDate) {
        (self.questionnaire, self.invited, self.on) = (questionnaire, invited, on)
    }
}
