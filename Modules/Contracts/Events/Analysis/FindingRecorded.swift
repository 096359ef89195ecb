package import Scheme

/// An inspection found something that needs an owner.
package struct FindingRecorded: RunEventContract {
    package static let name = "schouwpunt-vastgesteld"
    package static let dataClass = DataClass.confidential
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The round in which it was found.
    package let inspection: LocalID
    /// The finding.
    package let finding: LocalID
    /// What it is about.
    package let category: String
    /// How serious it is.
    package let severity: String
    /// Who must solve it.
    package let owner: String
    /// When it must be solved.
    package let due: CalendarDate?

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measurement: Int,
        inspection: LocalID,
        finding: LocalID,
        category: String,
        severity: String,
        owner: String,
        due: CalendarDate?
    ) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.inspection = inspection
        self.finding = finding
        self.category = category
        self.severity = severity
        self.owner = owner
        self.due = due
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
