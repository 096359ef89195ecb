package import Scheme

/// Asks for the plans of approach.
package struct PlansQuery: QueryContract {
    package static let name = "planning.plans"
    package typealias Answer = PlanList

    /// The run, or `nil` for all.
    package let run: RunID?

    /// Makes the query.
    package init(run: RunID? = nil) {
        self.run = run
    }
}
