package import Scheme

/// An organisation takes part.
package struct PartyJoined: RunEventContract {
    package static let name = "partij-toegetreden"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party.
    package let kind: PartyKind
    /// The organisation's name.
    package let name: String
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        organisation: OrganisationID,
        kind: PartyKind,
        name: String,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.organisation = organisation
        self.kind = kind
        self.name = name
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
