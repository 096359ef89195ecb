package import Scheme

/// A measure has an owner and a deadline.
package struct MeasureAssigned: RunEventContract {
    package static let name = "maatregel-toegewezen"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The measure.
    package let measure: LocalID
    /// What is done.
    package let title: String
    /// The objectives that it serves.
    package let objectives: [LocalID]
    /// Who carries it out.
    package let owner: OrganisationID
    /// The last day.
    package let deadline: CalendarDate
    /// The estimated cost in whole euros.
    package let costEuro: Int?
    /// The measure of the catalogue that was taken over, if it was one.
    package let catalogue: LocalID?

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measure: LocalID,
        title: String,
        objectives: [LocalID],
        owner: OrganisationID,
        deadline: CalendarDate,
        costEuro: Int?,
        catalogue: LocalID? = nil
    ) {
        self.run = run
        self.areas = areas
        self.measure = measure
        self.title = title
        self.objectives = objectives
        self.owner = owner
        self.deadline = deadline
        self.costEuro = costEuro
        self.catalogue = catalogue
    }

    package var subject: String { "maatregel/\(run)/\(measure)" }
}
