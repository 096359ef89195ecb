package import Scheme

/// The plan has been adjusted after an evaluation.
package struct PlanAdjusted: RunEventContract {
    package static let name = "plan-van-aanpak-bijgesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The version of the plan, from 2.
    package let version: Int
    /// The day.
    package let on: CalendarDate
    /// What the plan wants to reach from now on.
    package let objectives: [PlanObjective]
    /// The number of measures.
    package let measures: Int
    /// The measures that were dropped since the version before.
    package let dropped: [LocalID]
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
        dropped: [LocalID],
        agreedBy: [OrganisationID]
    ) {
        self.run = run
        self.areas = areas
        self.version = version
        self.on = on
        self.objectives = objectives
        self.measures = measures
        self.dropped = dropped
        self.agreedBy = agreedBy
    }

    package var subject: String { "plan/\(run)" }
}
