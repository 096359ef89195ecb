package import Scheme

/// Puts a measure into the plan that is being made; replaces one that has not been started.
///
/// What the plan in force assigns stays in force until the next version is adopted. Proposing exactly that again
/// withdraws a change.
package struct ProposeMeasure: CommandContract {
    package static let name = "planning.propose-measure"
    /// The run.
    package let run: RunID
    /// The measure, for instance M3.
    package let measure: LocalID
    /// What is done, in one line of 1 to 200 characters without control characters.
    package let title: String
    /// The objectives that it serves, at least one.
    package let objectives: [LocalID]
    /// Who carries it out; need not be a party.
    package let owner: OrganisationID?
    /// The last day, after today.
    package let deadline: CalendarDate?
    /// The estimated cost in whole euros, 0 or more.
    package let costEuro: Int?
    /// The measure of the catalogue that is taken over, among those that the analysis names for one of its problems.
    package let catalogue: LocalID?

    /// Makes the command.
    package init(
        run: RunID,
        measure: LocalID,
        title: String,
        objectives: [LocalID],
        owner: OrganisationID?,
        deadline: CalendarDate?,
        costEuro: Int?,
        catalogue: LocalID? = nil
    ) {
        self.run = run
        self.measure = measure
        self.title = title
        self.objectives = objectives
        self.owner = owner
        self.deadline = deadline
        self.costEuro = costEuro
        self.catalogue = catalogue
    }
}
