package import Scheme

/// The review is complete.
package struct AuditCompleted: RunEventContract {
    package static let name = "audit-afgerond"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application.
    package let application: LocalID
    /// The organisation that reviewed.
    package let reviewer: OrganisationID
    /// Whether the reviewer advises to grant.
    package let positive: Bool
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        application: LocalID,
        reviewer: OrganisationID,
        positive: Bool,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.application = application
        self.reviewer = reviewer
        self.positive = positive
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
