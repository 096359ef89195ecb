package import Scheme

/// Enough establishments have answered.
package struct SurveyThresholdReached: RunEventContract {
    package static let name = "enquete-respons-bereikt"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The number of establishments that answered.
    package let answers: Int
    /// The number that the scheme asks for.
    package let needed: Int
    /// The number invited.
    package let invited: Int

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measurement: Int, answers: Int, needed: Int, invited: Int) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.answers = answers
        self.needed = needed
        self.invited = invited
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
