package import Scheme

/// A measure as it is put forward; owner and deadline may still be open.
package struct MeasureProposal: Hashable, Sendable {
    /// The measure, for instance M3.
    package let id: LocalID
    /// What is done, in one line.
    package let title: String
    /// The objectives that it serves.
    package let objectives: [LocalID]
    /// Who carries it out, possibly somebody outside the partnership.
    package let owner: OrganisationID?
    /// The last day.
    package let deadline: CalendarDate?
    /// The estimated cost in whole euros.
    package let costEuro: Int?
    /// The measure of the catalogue that it takes over, if it is one.
    package let catalogue: LocalID?

    /// Makes a proposal.
    package init(
        id: LocalID,
        title: String,
        objectives: [LocalID],
        owner: OrganisationID?,
        deadline: CalendarDate?,
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

    /// The assignment that adoption makes of it, or `nil` when owner or deadline is open.
    package var assignment: MeasureAssignment? {
        guard let owner, let deadline else { return nil }
        return MeasureAssignment(
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
