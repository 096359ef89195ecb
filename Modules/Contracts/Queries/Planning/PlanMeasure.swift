package import Scheme

/// A measure of a plan with how far it is.
package struct PlanMeasure: Codable, Hashable, Sendable {
    /// The measure, for instance M3.
    package let id: LocalID
    /// What is done.
    package let title: String
    /// The objectives that it serves.
    package let objectives: [LocalID]
    /// Who carries it out.
    package let owner: OrganisationID?
    /// Whether the owner is a party to the run.
    package let ownerIsParty: Bool
    /// The last day.
    package let deadline: CalendarDate?
    /// The estimated cost in whole euros.
    package let costEuro: Int?
    /// The measure of the catalogue that was taken over, if it was one.
    package let catalogue: LocalID?
    /// How far it is.
    package let status: MeasureStatus
    /// The progress that was reported, 0 to 100.
    package let percent: Int
    /// Whether the last day that the plan in force names has passed and it is not done; for a change that is only
    /// proposed that may be another day than `deadline`.
    package let overdue: Bool

    /// Makes the value.
    package init(
        id: LocalID,
        title: String,
        objectives: [LocalID],
        owner: OrganisationID?,
        ownerIsParty: Bool,
        deadline: CalendarDate?,
        costEuro: Int?,
        catalogue: LocalID? = nil,
        status: MeasureStatus,
        percent: Int,
        overdue: Bool
    ) {
        self.id = id
        self.title = title
        self.objectives = objectives
        self.owner = owner
        self.ownerIsParty = ownerIsParty
        self.deadline = deadline
        self.costEuro = costEuro
        self.catalogue = catalogue
        self.status = status
        self.percent = percent
        self.overdue = overdue
    }
}
