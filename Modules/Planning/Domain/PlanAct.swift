import Scheme

/// What belongs to certain steps, as it stands in a refusal.
package enum PlanAct: String, Hashable, Sendable, CaseIterable {
    case setObjective = "an objective can only be set"
    case argueAway = "a bottleneck can only be argued away"
    case proposeMeasure = "a measure can only be proposed"
    case dropMeasure = "a measure can only be dropped"
    case adopt = "the plan can only be adopted"
    case addActivity = "an activity can only be added"
    case startMeasure = "a measure can only be started"
    case completeMeasure = "a measure can only be completed"
    case reportProgress = "progress can only be reported"
    case establishReport = "the annual report can only be established"

    /// The steps in which it may happen.
    func steps(in scheme: Scheme) -> [Phase] {
        switch self {
        case .setObjective, .argueAway, .proposeMeasure, .dropMeasure, .adopt: scheme.planningSteps
        case .addActivity: scheme.firstPlanStep + scheme.cycle
        case .startMeasure, .completeMeasure, .reportProgress: scheme.cycle
        case .establishReport: scheme.executionStep
        }
    }

    /// Whether it changes the plan that is being made, which ends with adoption.
    var changesDraft: Bool {
        switch self {
        case .setObjective, .argueAway, .proposeMeasure, .dropMeasure, .adopt: true
        case .addActivity, .startMeasure, .completeMeasure, .reportProgress, .establishReport: false
        }
    }
}
