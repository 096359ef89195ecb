/// An objective of an earlier version of the plan, kept with the reason why it is no longer pursued.
package struct EndedObjective: Hashable, Sendable {
    /// The objective as it was.
    package let objective: Objective
    /// Why it ended.
    package let why: Objective.End
    /// The last version of the plan that had it.
    package let version: Int
}
