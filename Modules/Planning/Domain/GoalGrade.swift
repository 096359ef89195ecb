/// How far a goal has been reached, by a figure and its interval.
package enum GoalGrade: Hashable, Sendable, CaseIterable {
    /// The whole interval lies beyond the goal.
    case shown
    /// The figure lies beyond the goal, and its interval not wholly.
    case onCourse
    /// The figure does not lie beyond the goal.
    case notShown
    /// There is no figure that can be held against the goal.
    case noData
}

extension Objective {
    /// The way in which a figure must go to reach the goal.
    private enum Direction {
        case up, down
    }

    /// Judges the objective by a figure of a later measurement.
    ///
    /// Reaching the target itself counts as lying beyond it. What was counted in full has no interval, so that its value
    /// alone decides. An objective that only wants to keep a number wants no more of it; one that wants to keep a share
    /// tells no direction and cannot be judged.
    ///
    /// - Parameter figure: The figure, compared with the one before; `nil` when it was not measured or its question was
    ///   put in other words.
    /// - Returns: One of the three grades, or that there are no data.
    package func grade(by figure: EvaluatedFigure?) -> GoalGrade {
        guard let figure, let value = figure.value, let direction = direction(figure) else { return .noData }
        let (lower, upper) = (figure.lower ?? value, figure.upper ?? value)
        let (isBeyond, isWhollyBeyond) =
            switch direction {
            case .down: (value <= target, upper <= target)
            case .up: (value >= target, lower >= target)
            }
        return isWhollyBeyond ? .shown : isBeyond ? .onCourse : .notShown
    }

    private func direction(_ figure: EvaluatedFigure) -> Direction? {
        if let base, base != target { return base > target ? .down : .up }
        return figure.isShare ? nil : .down
    }
}
