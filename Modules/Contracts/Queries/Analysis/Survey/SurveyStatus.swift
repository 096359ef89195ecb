package import Scheme

/// How far a survey has come; numbers only.
package struct SurveyStatus: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The questionnaire.
    package let questionnaire: String
    /// The number of establishments invited, frozen at the opening.
    package let invited: Int
    /// The number of codes that were handed out; `nil` when answers come in under codes of others.
    package let codes: Int?
    /// The number of establishments that have answered.
    package let answers: Int
    /// The number of answers that the scheme asks for, 0 for none.
    package let needed: Int
    /// The margin that the answers give a share of a half at 95 %, as a share; `nil` without answers.
    package let margin: Double?
    /// The margin that the number asked for would give; `nil` when none is asked for.
    package let marginNeeded: Double?
    /// Whether answers can come in now.
    package let isOpen: Bool
    /// The day on which the survey closed.
    package let closedOn: CalendarDate?

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int,
        questionnaire: String,
        invited: Int,
        codes: Int? = nil,
        answers: Int,
        needed: Int,
        margin: Double? = nil,
        marginNeeded: Double? = nil,
        isOpen: Bool,
        closedOn: CalendarDate? = nil
    ) {
        self.run = run
        self.measurement = measurement
        self.questionnaire = questionnaire
        self.invited = invited
        self.codes = codes
        self.answers = answers
        self.needed = needed
        self.margin = margin
        self.marginNeeded = marginNeeded
        self.isOpen = isOpen
        self.closedOn = closedOn
    }
}
