package import Scheme

/// A finding has been solved.
package struct FindingResolved: RunEventContract {
    package static let name = "schouwpunt-opgelost"
    package static let dataClass = DataClass.confidential
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The finding.
    package let finding: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measurement: Int, finding: LocalID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.finding = finding
        self.on = on
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
