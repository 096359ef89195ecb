package import Scheme

/// Adopts the plan, or at the step of adjusting its next version.
package struct AdoptPlan: CommandContract {
    package static let name = "planning.adopt-plan"
    /// The run.
    package let run: RunID
    /// The parties that agree.
    package let agreedBy: [OrganisationID]
    /// The day on which they agreed.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, agreedBy: [OrganisationID], on: CalendarDate) {
        self.run = run
        self.agreedBy = agreedBy
        self.on = on
    }
}
