/// How far a goal has been reached, by a figure and its interval.
package enum GoalGrade: String, Codable, Hashable, Sendable, CaseIterable {
    /// The whole interval lies beyond the goal.
    case shown = "aangetoond"
    /// The figure lies beyond the goal, and its interval not wholly.
    case onCourse = "op-koers"
    /// The figure does not lie beyond the goal.
    case notShown = "niet-aangetoond"
    /// There is no figure that can be compared with the goal.
    case noData = "geen-gegevens"
}
