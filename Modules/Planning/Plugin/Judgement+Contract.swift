import Contracts
import PlanningDomain

extension PlanningDomain.ObjectiveJudgement {
    /// The published form of a judgement.
    var contract: Contracts.ObjectiveJudgement {
        Contracts.ObjectiveJudgement(
            objective: PlanObjective(of: objective),
            measurement: measurement,
            on: on,
            value: value,
            lower: lower,
            upper: upper,
            grade: grade.contract
        )
    }

    /// The judgement as the domain knows it.
    init(of judgement: Contracts.ObjectiveJudgement) {
        self.init(
            objective: judgement.objective.objective,
            measurement: judgement.measurement,
            on: judgement.on,
            value: judgement.value,
            lower: judgement.lower,
            upper: judgement.upper,
            grade: PlanningDomain.GoalGrade(judgement.grade)
        )
    }
}

extension PlanningDomain.GoalGrade {
    fileprivate init(_ grade: Contracts.GoalGrade) {
        self =
            switch grade {
            case .shown: .shown
            case .onCourse: .onCourse
            case .notShown: .notShown
            case .noData: .noData
            }
    }

    fileprivate var contract: Contracts.GoalGrade {
        switch self {
        case .shown: .shown
        case .onCourse: .onCourse
        case .notShown: .notShown
        case .noData: .noData
        }
    }
}

extension ObjectiveNotice {
    /// What the planner is told.
    init(_ notice: TargetNotice) {
        self.init(
            notice: notice.description,
            key: notice.atMost == nil ? .immeasurable : .tooSmall,
            name: notice.name,
            from: notice.from,
            atMost: notice.atMost,
            percent: notice.percent
        )
    }
}
