package import Scheme

/// A run as it stands after its events.
package struct Run: Hashable, Sendable {
    /// The run.
    package let id: RunID
    /// The areas under it.
    package let areas: [AreaID]
    /// All that it keeps from its start.
    package let start: RunStart
    /// The number of the present step; 0 only before the first change of step.
    package internal(set) var phase = 0
    /// The number of the pass, from 1.
    package internal(set) var round = 1
    /// Who takes part, and since when.
    package internal(set) var parties: [OrganisationID: Membership] = [:]
    /// The agreement, once signed.
    package internal(set) var agreement: Agreement?
    /// The number of the measurement that was begun last.
    package internal(set) var measurement = 0
    /// The years of which a yearly report was heard since the last certificate.
    package internal(set) var reportedYears: Set<Int> = []
    /// The certificates that were heard of, oldest first.
    package internal(set) var certificates: [LocalID] = []
    /// The day on which it was given up.
    package internal(set) var stoppedOn: CalendarDate?

    init(id: RunID, areas: [AreaID], start: RunStart) {
        (self.id, self.areas, self.start) = (id, areas, start)
    }
}
