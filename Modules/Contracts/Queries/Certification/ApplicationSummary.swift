package import Scheme

/// An application as it stands now.
package struct ApplicationSummary: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The application.
    package let application: LocalID
    /// `aangevraagd`, `gepland`, `afgerond`, `verleend` or `geweigerd`.
    package var status: String
    /// Why it was refused, unless it was not or the text has been erased.
    package var reason: String?
    /// The organisation that reviews, once it is set.
    package var reviewer: OrganisationID?
    /// The day of the request.
    package let on: CalendarDate

    /// Makes the value.
    package init(
        run: RunID,
        application: LocalID,
        status: String,
        reason: String? = nil,
        reviewer: OrganisationID? = nil,
        on: CalendarDate
    ) {
        self.run = run
        self.application = application
        self.status = status
        self.reason = reason
        self.reviewer = reviewer
        self.on = on
    }
}
