package import Scheme

/// The measures have been carried out for long enough to measure again.
package struct EvaluationStarted: RunEventContract {
    package static let name = "evaluatie-gestart"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement that begins.
    package let measurement: Int
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measurement: Int, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
