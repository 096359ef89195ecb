import EventSourcing
package import Scheme

/// Why a plan does not change.
package enum PlanRefusal: DomainRefusal {
    /// The start of the run was never heard.
    case noRun(RunID)
    /// The run was given up.
    case stopped(RunID)
    /// The scheme version of the run is not installed here.
    case unknownScheme(RunID, SchemeID)
    /// The scheme version that is installed here has no such step.
    case unknownStep(RunID, Int, SchemeID)
    /// The act belongs to other steps.
    case wrongStep(RunID, at: String, PlanAct, allowed: [String])
    /// The plan of this step was adopted; the run is about to go on.
    case alreadyAdopted(RunID, version: Int, on: CalendarDate)
    /// The analysis on which the plan must rest was not heard.
    case noAnalysis(RunID, at: String, measurement: Int)
    /// The latest analysis does not show the problem.
    case unknownBottleneck(LocalID, measurement: Int, known: [LocalID])
    /// The latest analysis does not have the figure.
    case unknownIndicator(String, measurement: Int, known: [String])
    /// The target is no possible value of the figure.
    case targetOutOfRange(String, target: Double, highest: Double?)
    /// Something to be reached lies in the past.
    case notAfterToday(String, CalendarDate, today: CalendarDate)
    /// Something that is planned lies further ahead than a plan looks.
    case tooFarAhead(String, CalendarDate, today: CalendarDate, years: Int)
    /// Something that has happened lies in the future.
    case inFuture(CalendarDate, today: CalendarDate)
    /// A title is not one line of fitting length.
    case unfitTitle
    /// A text is empty or too long.
    case unfitText(String, bytes: Int)
    /// A plan would become too large.
    case tooMany(String, limit: Int)
    /// A measure serves nothing.
    case noObjective(LocalID)
    /// A measure serves what the plan does not want.
    case unknownObjectives([LocalID], known: [LocalID])
    /// The catalogue has no such measure for the problems that are to be served.
    case notInCatalogue(LocalID, for: [LocalID], known: [LocalID])
    /// The cost is less than nothing, or impossibly high.
    case costOutOfRange(LocalID, Int, ClosedRange<Int>)
    /// The plan has no such measure.
    case unknownMeasure(LocalID, known: [LocalID])
    /// The state of the measure does not allow it.
    case measureState(LocalID, String, remedy: String)
    /// The progress is no percentage.
    case percentOutOfRange(LocalID, Int)
    /// A measure would have been started before a plan gave it to its owner.
    case beforeAssignment(LocalID, CalendarDate, assignedOn: CalendarDate)
    /// Something of a measure happened before its start.
    case beforeStart(LocalID, CalendarDate, startedOn: CalendarDate)
    /// The plan would be older than the analysis on which it rests.
    case beforeAnalysis(CalendarDate, analysedOn: CalendarDate)
    /// Gate: problems without a lasting objective that an open measure serves, and without a reason.
    case uncovered(at: String, on: CalendarDate, [UncoveredBottleneck])
    /// Gate: measures without an owner or a deadline.
    case unassigned(at: String, [UnassignedMeasure])
    /// Gate: mandatory kinds of party of which none agrees, or none takes part.
    case notAgreed(at: String, silent: [PartyKind], absent: [PartyKind])
    /// Organisations that agree without taking part.
    case notParties(RunID, [OrganisationID])
    /// The report of the year exists.
    case reportExists(RunID, year: Int)
    /// The year is outside the run.
    case reportYear(Int, first: Int, last: Int)
    /// The workgroup met less than the scheme asks.
    case tooFewMeetings(year: Int, meetings: Int, least: Int, scheme: String)
    /// The workgroup met oftener than there are days.
    case tooManyMeetings(year: Int, meetings: Int, most: Int)

    package var gate: String? {
        switch self {
        case .uncovered: Gate.bottlenecksCovered.rawValue
        case .unassigned: Gate.measuresAssigned.rawValue
        case .notAgreed: Gate.mandatoryPartiesAgree.rawValue
        default: nil
        }
    }
}
