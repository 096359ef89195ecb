package import Scheme

/// An inspection round has been walked.
package struct InspectionHolding: Hashable, Sendable {
    /// The round, S1 and on within a run.
    package let id: LocalID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The organisations that walked along.
    package let participants: [OrganisationID]
    /// The day.
    package let on: CalendarDate

    /// Makes the value.
    package init(id: LocalID, kind: InspectionKind, participants: [OrganisationID], on: CalendarDate) {
        (self.id, self.kind, self.participants, self.on) = (id, kind, participants, on)
    }
}
