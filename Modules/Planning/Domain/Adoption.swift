package import Scheme

/// A version of the plan as the parties agreed on it.
package struct Adoption: Hashable, Sendable {
    /// The version, from 1.
    package let version: Int
    /// The day.
    package let on: CalendarDate
    /// What the plan wants to reach.
    package let objectives: [Objective]
    /// The number of measures in it.
    package let measures: Int
    /// The parties that agree.
    package let agreedBy: [OrganisationID]

    /// Makes a version.
    package init(
        version: Int,
        on: CalendarDate,
        objectives: [Objective],
        measures: Int,
        agreedBy: [OrganisationID]
    ) {
        self.version = version
        self.on = on
        self.objectives = objectives
        self.measures = measures
        self.agreedBy = agreedBy
    }
}
