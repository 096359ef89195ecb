/// The plans that were asked for, in the order of their runs.
package struct PlanList: Codable, Hashable, Sendable {
    /// The plans.
    package let plans: [PlanSummary]

    /// Makes the value.
    package init(plans: [PlanSummary]) {
        self.plans = plans
    }
}
