package import Scheme

/// What can be asked of a plan; each carries the day on which it is asked where a rule depends on it.
package enum PlanCommand: Hashable, Sendable {
    /// Keeps what another context published.
    case hear(HeardFact)
    /// Does what the passing of a day brings about.
    case passDay(today: CalendarDate)
    /// Sets or replaces an objective.
    case setObjective(ObjectiveOrder, today: CalendarDate)
    /// Gives the reason why a bottleneck gets no objective.
    case argueAway(bottleneck: LocalID, reason: String)
    /// Puts a measure into the plan, or another one in its place.
    case proposeMeasure(MeasureProposal, today: CalendarDate)
    /// Adds or replaces an activity of a measure.
    case addActivity(Activity, today: CalendarDate)
    /// Adopts the next version.
    case adopt(agreedBy: [OrganisationID], on: CalendarDate, today: CalendarDate)
    /// Starts a measure.
    case startMeasure(LocalID, on: CalendarDate, today: CalendarDate)
    /// Finishes a measure.
    case completeMeasure(LocalID, on: CalendarDate, today: CalendarDate)
    /// Tells how far a measure has come.
    case reportProgress(LocalID, Measure.Progress, today: CalendarDate)
    /// Takes a measure out of the plan.
    case dropMeasure(LocalID, reason: String, today: CalendarDate)
    /// Establishes the yearly report.
    case establishAnnualReport(year: Int, meetings: Int, on: CalendarDate, today: CalendarDate)
}
