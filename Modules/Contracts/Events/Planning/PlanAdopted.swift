package import Scheme

/// The first plan of approach has been adopted.
package struct PlanAdopted: RunEventContract {
    package static let name = "plan-van-aanpak-vastgesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The version of the plan, 1.
    package let version: Int
    /// The day.
    package let on: CalendarDate
    /// What the plan wants to reach.
    package let objectives: [PlanObjective]
    /// The number of measures.
    package let measures: Int
    /// The parties that agree.
    package let agreedBy: [OrganisationID]

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        version: Int,
        on: CalendarDate,
        objectives: [PlanObjective],
        measures: Int,
        agreedBy: [OrganisationID]
    ) {
        self.run = run
        self.areas = areas
        self.version = version
        self.on = on
        self.objectives = objectives
        self.measures = measures
        self.agreedBy = agreedBy
    }

    package var subject: String { "plan/\(run)" }
}
