package import Scheme

/// A measure as an adopted plan gives it to its owner.
package struct MeasureAssignment: Hashable, Sendable {
    /// The measure.
    package let id: LocalID
    /// What is done, in one line.
    package let title: String
    /// The objectives that it serves.
    package let objectives: [LocalID]
    /// Who carries it out.
    package let owner: OrganisationID
    /// The last day.
    package let deadline: CalendarDate
    /// The estimated cost in whole euros.
    package let costEuro: Int?
    /// The measure of the catalogue that it takes over, if it is one.
    package let catalogue: LocalID?

    /// Makes an assignment.
    package init(
        id: LocalID,
        title: String,
        objectives: [LocalID],
        owner: OrganisationID,
        deadline: CalendarDate,
        costEuro: Int?,
        catalogue: LocalID? = nil
    ) {
        self.id = id
        self.title = title
        self.objectives = objectives
        self.owner = owner
        self.deadline = deadline
        self.costEuro = costEuro
        self.catalogue = catalogue
    }

    /// The same as a proposal, to compare with one.
    package var proposal: MeasureProposal {
        MeasureProposal(
            id: id,
            title: title,
            objectives: objectives,
            owner: owner,
            deadline: deadline,
            costEuro: costEuro,
            catalogue: catalogue
        )
    }
}
