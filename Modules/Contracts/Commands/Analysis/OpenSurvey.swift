package import Scheme

/// Opens the entrepreneurs' survey of the present measurement and freezes the number invited.
package struct OpenSurvey: CommandContract {
    package static let name = "analysis.open-survey"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The questionnaire, or `nil` for the newest of the kind of area.
    package let questionnaire: String?
    /// The number of establishments invited, from 1; `nil` for all establishments of the run.
    package let invited: Int?
    /// The day of opening; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, questionnaire: String? = nil, invited: Int? = nil, on: CalendarDate) {
        self.run = run
        self.questionnaire = questionnaire
        self.invited = invited
        self.on = on
    }
}
