package import Scheme

/// An organisation no longer takes part.
package struct PartyLeft: RunEventContract {
    package static let name = "partij-uitgetreden"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party.
    package let kind: PartyKind
    /// Whether a mandatory kind of party is now without an organisation.
    package let mandatoryKindMissing: Bool
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        organisation: OrganisationID,
        kind: PartyKind,
        mandatoryKindMissing: Bool,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.organisation = organisation
        self.kind = kind
        self.mandatoryKindMissing = mandatoryKindMissing
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
