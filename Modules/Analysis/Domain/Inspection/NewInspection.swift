package import Geography
package import Scheme

/// An inspection round on its way in, without its identifier.
package struct NewInspection: Hashable, Sendable {
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day; of a round through midnight the day on which it began.
    package let on: CalendarDate
    /// When it was walked, if that was noted; a dark round is then held against the sun.
    package let hours: RoundHours?
    /// Where it was walked: the middle of the places of its findings, if they have any.
    package let place: WGS84Point?
    /// The organisations that walked along.
    package let participants: [OrganisationID]
    /// What was found, in order.
    package let findings: [NewFinding]

    /// Makes the value.
    package init(
        kind: InspectionKind,
        on: CalendarDate,
        hours: RoundHours? = nil,
        place: WGS84Point? = nil,
        participants: [OrganisationID],
        findings: [NewFinding] = []
    ) {
        self.kind = kind
        self.on = on
        self.hours = hours
        self.place = place
        self.participants = participants
        self.findings = findings
    }

    /// Why it does not count as a round in the dark, or `nil` when it does or is a round by day.
    package var lightFault: LightFault? {
        guard kind == .dark, let hours else { return nil }
        return LightFault.of(hours, on: on, at: place)
    }
}
