package import Scheme

/// The entrepreneurs' survey is open; the number invited is frozen.
package struct SurveyOpened: RunEventContract {
    package static let name = "enquete-geopend"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The questionnaire and its version.
    package let questionnaire: String
    /// The number of establishments invited.
    package let invited: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measurement: Int,
        questionnaire: String,
        invited: Int,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.questionnaire = questionnaire
        self.invited = invited
        self.on = on
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
