package import Scheme

/// Lets an organisation take part in a run.
package struct JoinParty: CommandContract {
    package static let name = "registry.join-party"
    /// The run.
    package let run: RunID
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party that it is.
    package let kind: PartyKind
    /// The organisation's name, never a person's.
    package let name: String
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, organisation: OrganisationID, kind: PartyKind, name: String, on: CalendarDate) {
        self.run = run
        self.organisation = organisation
        self.kind = kind
        self.name = name
        self.on = on
    }
}
