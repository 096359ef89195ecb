import EventSourcing
package import Scheme

/// Why something may not happen in a run.
package enum RunRefusal: DomainRefusal {
    /// No run has this identifier.
    case unknown(RunID)
    /// The run exists already.
    case alreadyStarted(RunID)
    /// The run has no area, so none of its events could be published.
    case noAreas(RunID)
    /// The run has been given up.
    case stopped(RunID, on: CalendarDate)
    /// The service lacks the scheme version.
    case unknownScheme(SchemeID, known: [SchemeID])
    /// The scheme version has no next step.
    case noSteps(SchemeID)
    /// The scheme version is not for this kind of area.
    case kindNotInScheme(AreaKind, String)
    /// The run is at another step.
    case wrongStep(RunID, at: String, deed: String, only: String?)
    /// A gate of the step is closed.
    case gateClosed(Gate, step: String, lacking: String)
    /// A day of something that has happened lies after today.
    case inFuture(String, on: CalendarDate, today: CalendarDate)
    /// A text is blank or too long.
    case unfitText(String, limit: Int)
    /// The name of an organisation is blank, too long or has characters that break or hide it.
    case unfitName(OrganisationID)
    /// Who signed for the organisation is not given as a function.
    case unfitFunction(OrganisationID)
    /// The organisation takes part as something else.
    case partyAlready(Party)
    /// The organisation does not take part.
    case noParty(OrganisationID, RunID, String)
    /// The organisation joined later than it did something as a party.
    case notYetParty(OrganisationID, String, since: CalendarDate, on: CalendarDate)
    /// The organisation joined later than it left.
    case leftBeforeJoining(OrganisationID, since: CalendarDate, on: CalendarDate)
    /// The workgroup meets too seldom or impossibly often.
    case unfitMeetings(Int, ClosedRange<Int>, String)
    /// The workgroup has no members.
    case emptyWorkgroup
    /// An organisation is named twice as a member.
    case memberTwice(OrganisationID)

    package var gate: String? {
        if case .gateClosed(let gate, _, _) = self { gate.rawValue } else { nil }
    }
}
