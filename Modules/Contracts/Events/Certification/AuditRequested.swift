package import Scheme

/// The parties have asked for an independent review.
package struct AuditRequested: RunEventContract {
    package static let name = "audit-aangevraagd"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application.
    package let application: LocalID
    /// Who asks.
    package let by: OrganisationID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], application: LocalID, by: OrganisationID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.application = application
        self.by = by
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
