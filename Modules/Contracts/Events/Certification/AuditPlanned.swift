package import Scheme

/// The review has a date and a reviewer.
package struct AuditPlanned: RunEventContract {
    package static let name = "audit-gepland"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application.
    package let application: LocalID
    /// The organisation that reviews; not a party.
    package let reviewer: OrganisationID
    /// The day of the site visit.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], application: LocalID, reviewer: OrganisationID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.application = application
        self.reviewer = reviewer
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
