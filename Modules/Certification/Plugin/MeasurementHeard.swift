import Contracts
import Scheme

/// An established analysis was heard of; kept in certification's own log only.
struct MeasurementHeard: RunForm {
    static let type = "certification.measurement-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The number of the measurement.
    let measurement: Int
    /// The day on which its survey closed.
    let surveyClosedOn: CalendarDate?
}
