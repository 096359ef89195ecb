package import Scheme

/// What has happened in a run.
package struct RunEvent: Hashable, Sendable {
    /// What happened.
    package enum Fact: Hashable, Sendable {
        /// It has started.
        case started(RunStart)
        /// It has come to another step.
        case phaseChanged(PhaseChange)
        /// An organisation takes part.
        case partyJoined(Party, on: CalendarDate)
        /// An organisation no longer takes part.
        case partyLeft(OrganisationID, PartyKind, mandatoryKindMissing: Bool, on: CalendarDate)
        /// The agreement has been signed.
        case agreementSigned(Agreement)
        /// The workgroup has been installed.
        case workgroupInstalled(Workgroup, on: CalendarDate)
        /// The next measurement begins.
        case evaluationStarted(measurement: Int, on: CalendarDate)
        /// The yearly report was heard of.
        case annualReportNoted(year: Int)
        /// A certificate was heard of.
        case certificateNoted(LocalID, stars: Int)
        /// It has been given up.
        case stopped(on: CalendarDate)
    }

    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// What happened.
    package let fact: Fact

    /// Makes an event.
    package init(_ fact: Fact, in run: RunID, over areas: [AreaID]) {
        (self.fact, self.run, self.areas) = (fact, run, areas)
    }
}
