package import Scheme

/// Sets what the plan wants to reach for one bottleneck; replaces an objective with the same identifier.
package struct SetObjective: CommandContract {
    package static let name = "planning.set-objective"
    /// The run.
    package let run: RunID
    /// The objective, for instance D1.
    package let objective: LocalID
    /// The objective in one line of 1 to 200 characters without control characters.
    package let title: String
    /// The problem of the latest safety analysis that it is about.
    package let bottleneck: LocalID
    /// The figure of that analysis by which it is judged.
    package let indicator: String
    /// The value to be reached, in the figure's own unit; a share lies between 0 and 1.
    package let target: Double
    /// The day by which it is to be reached, after today.
    package let by: CalendarDate

    /// Makes the command.
    package init(
        run: RunID,
        objective: LocalID,
        title: String,
        bottleneck: LocalID,
        indicator: String,
        target: Double,
        by: CalendarDate
    ) {
        self.run = run
        self.objective = objective
        self.title = title
        self.bottleneck = bottleneck
        self.indicator = indicator
        self.target = target
        self.by = by
    }
}
