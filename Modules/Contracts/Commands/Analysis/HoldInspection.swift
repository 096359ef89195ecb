package import Scheme

/// Records an inspection round in which nothing was found.
package struct HoldInspection: CommandContract {
    package static let name = "analysis.hold-inspection"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day; not in the future.
    package let on: CalendarDate
    /// The organisations that walked along; parties to the run.
    package let participants: [OrganisationID]

    /// Makes the command.
    package init(run: RunID, kind: InspectionKind, on: CalendarDate, participants: [OrganisationID]) {
        self.run = run
        self.kind = kind
        self.on = on
        self.participants = participants
    }
}
