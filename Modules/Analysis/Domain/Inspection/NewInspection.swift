package import Scheme

/// An inspection round on its way in, without its identifier.
package struct NewInspection: Hashable, Sendable {
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// The organisations that walked along.
    package let participants: [OrganisationID]
    /// What was found, in order.
    package let findings: [NewFinding]

    /// Makes the value.
    package init(kind: InspectionKind, on: CalendarDate, participants: [OrganisationID], findings: [NewFinding] = []) {
        self.kind = kind
        self.on = on
        self.participants = participants
        self.findings = findings
    }
}
