package import Scheme

/// What every published event of a plan says first: the run and its areas.
package struct PlanScope: Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]

    /// Makes a scope.
    package init(run: RunID, areas: [AreaID]) { (self.run, self.areas) = (run, areas) }
}
