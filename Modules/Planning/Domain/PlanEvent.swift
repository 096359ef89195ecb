package import Scheme

/// What happened to a plan.
///
/// The events with a ``PlanScope`` are published, the others stay in its own log.
package enum PlanEvent: Hashable, Sendable {
    /// Something was heard from another context.
    case heard(HeardFact)
    /// An objective was set or replaced.
    case objectiveSet(Objective)
    /// An objective was not carried over to the next version.
    case objectiveEnded(LocalID, Objective.End)
    /// A bottleneck was left, for a reason.
    case bottleneckArguedAway(LocalID, reason: String)
    /// A measure was put forward or changed.
    case measureProposed(MeasureProposal)
    /// A measure was taken out.
    case measureDropped(LocalID, reason: String, on: CalendarDate)
    /// An activity was added or replaced.
    case activityAdded(Activity)
    /// Progress was reported.
    case progressReported(LocalID, Measure.Progress)
    /// The first plan was adopted.
    case adopted(PlanScope, Adoption)
    /// The plan was adjusted; `dropped` are the measures of the version before that were taken out.
    case adjusted(PlanScope, Adoption, dropped: [LocalID])
    /// A measure got an owner and a deadline.
    case measureAssigned(PlanScope, MeasureAssignment)
    /// A measure is being carried out.
    case measureStarted(PlanScope, LocalID, on: CalendarDate)
    /// A measure was carried out.
    case measureDone(PlanScope, LocalID, on: CalendarDate)
    /// A measure's last day has passed and it is not done.
    case measureOverdue(PlanScope, LocalID, owner: OrganisationID, deadline: CalendarDate)
    /// An objective of the plan in force was held against an evaluation.
    case objectiveJudged(PlanScope, ObjectiveJudgement)
    /// The yearly report was established.
    case annualReportEstablished(PlanScope, AnnualReport)
}
