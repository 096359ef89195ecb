package import Scheme

/// The entrepreneurs' survey is closed.
package struct SurveyClosed: RunEventContract {
    package static let name = "enquete-gesloten"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The number of establishments that answered.
    package let answers: Int
    /// The number invited.
    package let invited: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measurement: Int, answers: Int, invited: Int, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.answers = answers
        self.invited = invited
        self.on = on
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
