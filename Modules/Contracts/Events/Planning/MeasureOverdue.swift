package import Scheme

/// A measure's deadline has passed and it is not done.
package struct MeasureOverdue: RunEventContract {
    package static let name = "maatregel-te-laat"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The measure.
    package let measure: LocalID
    /// Who carries it out.
    package let owner: OrganisationID
    /// The day that has passed.
    package let deadline: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measure: LocalID, owner: OrganisationID, deadline: CalendarDate) {
        self.run = run
        self.areas = areas
        self.measure = measure
        self.owner = owner
        self.deadline = deadline
    }

    package var subject: String { "maatregel/\(run)/\(measure)" }
}
