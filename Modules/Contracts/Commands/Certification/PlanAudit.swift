package import Scheme

/// Sets the reviewer and the day of the site visit, or changes them.
package struct PlanAudit: CommandContract {
    package static let name = "certification.plan-audit"
    /// The run.
    package let run: RunID
    /// The organisation that reviews; not a party in the run.
    package let reviewer: OrganisationID
    /// The day of the site visit; may be in the future, not before the request.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, reviewer: OrganisationID, on: CalendarDate) {
        self.run = run
        self.reviewer = reviewer
        self.on = on
    }
}
