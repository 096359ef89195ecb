import Contracts
import Scheme

/// A version of the plan was heard of; kept in certification's own log only.
struct PlanHeard: RunForm {
    static let type = "certification.plan-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The version.
    let version: Int
}
