package import Geography
package import Scheme

/// Records an inspection round in which nothing was found.
///
/// Answered with ``RecordedInspection``.
package struct HoldInspection: CommandContract {
    package static let name = "analysis.hold-inspection"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day; not in the future.
    package let on: CalendarDate
    /// When it began; a dark round is then held against the sun.
    package let begin: ClockTime?
    /// When it ended, where ``begin`` is given.
    package let end: ClockTime?
    /// The organisations that walked along; parties to the run.
    package let participants: [OrganisationID]

    /// Makes the command.
    package init(
        run: RunID,
        kind: InspectionKind,
        on: CalendarDate,
        begin: ClockTime? = nil,
        end: ClockTime? = nil,
        participants: [OrganisationID]
    ) {
        self.run = run
        self.kind = kind
        self.on = on
        self.begin = begin
        self.end = end
        self.participants = participants
    }
}
