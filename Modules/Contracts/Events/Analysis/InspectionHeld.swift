package import Scheme

/// An inspection round has been walked.
package struct InspectionHeld: RunEventContract {
    package static let name = "schouw-uitgevoerd"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The round.
    package let inspection: LocalID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The organisations that walked along.
    package let participants: [OrganisationID]
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measurement: Int,
        inspection: LocalID,
        kind: InspectionKind,
        participants: [OrganisationID],
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.inspection = inspection
        self.kind = kind
        self.participants = participants
        self.on = on
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
