package import Scheme

/// A run as it stands now.
package struct RunSummary: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The kind of area.
    package let kind: AreaKind
    /// The area's name when the run started.
    package let name: String
    /// The scheme version.
    package let scheme: SchemeID
    /// The number of the present step.
    package var phase: Int
    /// The Dutch name of the present step.
    package var phaseName: String
    /// The number of the pass, from 1.
    package var round: Int
    /// Who takes part, in the order of their identifiers.
    package var parties: [PartySummary]
    /// The day on which the declaration was signed.
    package var signedOn: CalendarDate?
    /// How often the workgroup meets in a year.
    package var meetingsPerYear: Int?
    /// Whether the run has been given up.
    package var stopped: Bool
    /// Why it was given up, unless it was not or the text has been erased.
    package var reason: String?
    /// The stars of the newest certificate, 0 before the first.
    package var stars: Int
    /// The steps that ended, oldest first; a step of the cycle occurs once for each round.
    package var completedSteps: [Int]
    /// The number of events of the run, to be expected by the next command.
    package var revision: Int64

    /// Makes the value.
    package init(
        run: RunID,
        areas: [AreaID],
        kind: AreaKind,
        name: String,
        scheme: SchemeID,
        phase: Int,
        phaseName: String,
        round: Int,
        parties: [PartySummary],
        signedOn: CalendarDate? = nil,
        meetingsPerYear: Int? = nil,
        stopped: Bool,
        reason: String? = nil,
        stars: Int,
        completedSteps: [Int],
        revision: Int64
    ) {
        self.run = run
        self.areas = areas
        self.kind = kind
        self.name = name
        self.scheme = scheme
        self.phase = phase
        self.phaseName = phaseName
        self.round = round
        self.parties = parties
        self.signedOn = signedOn
        self.meetingsPerYear = meetingsPerYear
        self.stopped = stopped
        self.reason = reason
        self.stars = stars
        self.completedSteps = completedSteps
        self.revision = revision
    }
}
