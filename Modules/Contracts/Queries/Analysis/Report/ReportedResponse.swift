package import Scheme

/// How many establishments answered a survey: a count over a list, not an estimate.
package struct ReportedResponse: Codable, Hashable, Sendable {
    /// The questionnaire's version.
    package let questionnaire: String
    /// The number of establishments invited.
    package let invited: Int
    /// The number that answered.
    package let answers: Int
    /// The number that the scheme asks for, 0 for none.
    package let needed: Int
    /// The half-width of a 95 % interval around a share of one half, as a share; 0 when everybody answered, `nil`
    /// without answers.
    package let margin: Double?
    /// The day of opening.
    package let openedOn: CalendarDate
    /// The day of closing.
    package let closedOn: CalendarDate?

    /// Makes the value.
    package init(
        questionnaire: String,
        invited: Int,
        answers: Int,
        needed: Int,
        margin: Double? = nil,
        openedOn: CalendarDate,
        closedOn: CalendarDate? = nil
    ) {
        self.questionnaire = questionnaire
        self.invited = invited
        self.answers = answers
        self.needed = needed
        self.margin = margin
        self.openedOn = openedOn
        self.closedOn = closedOn
    }
}
