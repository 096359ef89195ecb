import Contracts
import Scheme

// What happens to a plan between its published versions; kept in its own log only.

/// An objective was set or replaced.
struct ObjectiveSet: StoredForm {
    static let type = "planning.objective-set.v1"
    let objective: PlanObjective
}

/// An objective was not carried over.
struct ObjectiveEnded: StoredForm {
    /// The reason, under its stored name.
    enum Why: String, Codable {
        case bottleneckGone = "bottleneck-gone"
        case indicatorGone = "indicator-gone"
    }

    static let type = "planning.objective-ended.v1"
    let objective: LocalID
    let why: Why
}

/// A bottleneck was left, for a reason.
struct BottleneckArguedAway: StoredForm {
    static let type = "planning.bottleneck-argued-away.v1"
    let bottleneck: LocalID
    let reason: String
}

/// A measure was put forward or changed.
struct MeasureProposed: StoredForm {
    static let type = "planning.measure-proposed.v1"
    let measure: LocalID
    let title: String
    let objectives: [LocalID]
    let owner: OrganisationID?
    let deadline: CalendarDate?
    let costEuro: Int?
    let catalogue: LocalID?
}

/// A measure was taken out.
struct MeasureDropped: StoredForm {
    static let type = "planning.measure-dropped.v1"
    let measure: LocalID
    let reason: String
    let on: CalendarDate
}

/// An activity was added or replaced.
struct ActivityAdded: StoredForm {
    static let type = "planning.activity-added.v1"
    let measure: LocalID
    let activity: LocalID
    let title: String
    let owner: OrganisationID
    let on: CalendarDate
}

/// Progress was reported.
struct ProgressReported: StoredForm {
    static let type = "planning.progress-reported.v1"
    let measure: LocalID
    let percent: Int
    let on: CalendarDate
}
