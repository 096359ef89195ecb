package import Scheme

/// Ends an organisation's part in a run; nothing else ends by it.
package struct LeaveParty: CommandContract {
    package static let name = "registry.leave-party"
    /// The run.
    package let run: RunID
    /// The organisation.
    package let organisation: OrganisationID
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, organisation: OrganisationID, on: CalendarDate) {
        self.run = run
        self.organisation = organisation
        self.on = on
    }
}
