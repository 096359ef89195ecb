import Contracts

extension Verdict {
    /// How a type of crime did against the reference; grey without one.
    init(_ crime: ReportedCrime) {
        let effect = crime.changes.first { $0.method == .relativeEffectSize }
        switch (effect?.lower, effect?.upper) {
        case (.some(let lower), _) where lower > 1: self = .better
        case (_, .some(let upper)) where upper < 1: self = .worse
        default: self = .same
        }
    }

    /// How a share of the survey changed.
    ///
    /// A change counts as shown when its interval leaves out 0 and its p-value among the questions of the same theme is
    /// below 0.05: after Holm for the figure of a goal, after Benjamini-Hochberg for any other.
    init(_ question: ReportedQuestion, isGoal: Bool) {
        guard let change = question.changes.first, let lower = change.lower, let upper = change.upper,
            lower > 0 || upper < 0,
            let adjusted = (isGoal ? change.holm : change.benjaminiHochberg) ?? change.pValue, adjusted < 0.05
        else {
            self = .same
            return
        }
        self = (lower > 0) == question.yesIsGood ? .better : .worse
    }

    /// How far a goal is; only one that is shown has a colour.
    init(_ grade: GoalGrade) { self = grade == .shown ? .better : .same }
}
