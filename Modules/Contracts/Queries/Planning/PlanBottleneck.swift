package import Scheme

/// A problem that the plan must cover.
package struct PlanBottleneck: Codable, Hashable, Sendable {
    /// The problem, for instance K1.
    package let id: LocalID
    /// The problem in one line.
    package let title: String
    /// The indicator that shows it.
    package let indicator: String
    /// Whether an objective that lasts beyond the latest analysis is about it, with a measure that answers it: one that
    /// is still to be finished, or was finished under a plan that rests on that analysis.
    package let covered: Bool
    /// Why the plan leaves it, when that was argued.
    package let arguedAway: String?

    /// Makes the value.
    package init(id: LocalID, title: String, indicator: String, covered: Bool, arguedAway: String?) {
        self.id = id
        self.title = title
        self.indicator = indicator
        self.covered = covered
        self.arguedAway = arguedAway
    }
}
