package import Scheme

/// Asks for the independent review; answers with the application that it opens.
package struct RequestAudit: CommandContract {
    package static let name = "certification.request-audit"
    /// The run.
    package let run: RunID
    /// The party that asks.
    package let by: OrganisationID
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// The application that was opened.
    package struct Answer: Codable, Hashable, Sendable {
        /// The application, unique over all runs.
        package let application: LocalID

        /// Makes the answer.
        package init(application: LocalID) { self.application = application }
    }

    /// Makes the command.
    package init(run: RunID, by: OrganisationID, on: CalendarDate) {
        self.run = run
        self.by = by
        self.on = on
    }
}
